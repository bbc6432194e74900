import { ruleOf } from './rule.mjs';

/** Only protection, and merging before it, may look into a raw table (disclosure invariant I1). */
export const rawStaysShut = ruleOf({
  message: 'Only server/protect and server/federate open a raw table: everything else sees protected cells.',
  allowedIn: ['server/protect/', 'server/federate/', 'test/'],
  visitors: (report, file) => ({
    CallExpression(node) {
      const { callee } = node;
      if (callee.type !== 'MemberExpression' || callee.property.name !== 'open') return;
      if (/^raw/i.test(callee.object.name ?? '') || file.includes('/flow/')) report(node);
    },
  }),
});
