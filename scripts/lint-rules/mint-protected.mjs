import { ruleOf } from './rule.mjs';

/** Nobody but protection may call a table protected. */
export const mintProtected = ruleOf({
  message: 'Only server/protect makes a ProtectedTable: a cast elsewhere is a second way out.',
  allowedIn: ['server/protect/'],
  visitors: (report) => ({
    TSAsExpression(node) {
      if (node.typeAnnotation.typeName?.name === 'ProtectedTable') report(node);
    },
  }),
});
