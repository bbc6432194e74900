import { isMember, ruleOf } from './rule.mjs';

const SOURCES = ['randomBytes', 'randomUUID', 'randomInt', 'getRandomValues'];

/** Chance comes in through the door: noise takes a key, seeds take a seed. */
export const noRandom = ruleOf({
  message: 'Take chance from server/lib/random.ts, or from a seed: noise that differs per run can be averaged away.',
  allowedIn: ['server/lib/random.ts'],
  visitors: (report) => ({
    CallExpression(node) {
      if (isMember(node.callee, 'Math', 'random') || SOURCES.includes(node.callee.name ?? node.callee.property?.name))
        report(node);
    },
  }),
});
