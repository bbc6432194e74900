import { ruleOf } from './rule.mjs';

const NAMES = ['Arg', 'Field', 'FieldResolver', 'InputType', 'Mutation', 'ObjectType', 'Query', 'Subscription'];

/** The schema is the manual: everything in it answers the analyst's next question. */
export const describedFields = ruleOf({
  message: 'Describe it: what it is, its unit, and what null means.',
  allowedIn: ['test/'],
  visitors: (report, file) =>
    file.includes('graphql/')
      ? {
          'Decorator > CallExpression'(node) {
            if (NAMES.includes(node.callee.name) && !node.arguments.some(isDescribed)) report(node);
          },
        }
      : {},
});

function isDescribed(argument) {
  if (argument.type === 'Identifier') return true;
  return argument.type === 'ObjectExpression' && argument.properties.some(({ key }) => key?.name === 'description');
}
