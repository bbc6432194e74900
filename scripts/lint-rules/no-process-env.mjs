import { isMember, ruleOf } from './rule.mjs';

/** One room reads the environment, so that one list names every setting. */
export const noProcessEnv = ruleOf({
  message: 'Read settings from server/config: .env.example names every one.',
  allowedIn: ['server/config/', 'test/support/'],
  visitors: (report) => ({
    MemberExpression(node) {
      if (isMember(node, 'process', 'env')) report(node);
    },
  }),
});
