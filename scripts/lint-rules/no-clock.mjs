import { isMember, ruleOf } from './rule.mjs';

/** Time comes in through the door, so that a test can hold it still. */
export const noClock = ruleOf({
  message: 'Take the time from a Clock (server/lib/clock.ts), so that the same question gives the same answer.',
  allowedIn: ['server/lib/clock.ts'],
  visitors: (report) => ({
    NewExpression(node) {
      if (node.callee.name === 'Date' && node.arguments.length === 0) report(node);
    },
    CallExpression(node) {
      if (isMember(node.callee, 'Date', 'now') || isMember(node.callee, 'performance', 'now')) report(node);
    },
  }),
});
