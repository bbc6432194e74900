import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, Kind, getVariableValues } from 'graphql';
import type { DocumentNode, FragmentDefinitionNode } from 'graphql';

import { priceOf } from './price-of.js';
import type { Price } from './price-of.js';
import { COST_MAX, DEPTH_MAX, TABLES_MAX } from './request-limits.js';

/** Refuse a request that asks for too much, before anything is computed. */
export function operationCostLimit(): ApolloServerPlugin {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ schema, document, operation, request }) => {
          if (operation === undefined) return Promise.resolve(); // execution reports a name nobody has
          const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
          if (coerced === undefined) return Promise.resolve(); // execution reports the variables that do not fit

          const pricing = { schema, fragments: fragmentsOf(document), variables: coerced };
          refuseTooMuch(priceOf(operation.selectionSet, schema.getRootType(operation.operation), pricing));
          return Promise.resolve();
        },
      }),
  };
}

function refuseTooMuch({ cost, tables, depth }: Price): void {
  if (depth > DEPTH_MAX)
    throw tooCostly(`has ${depth} levels`, `${DEPTH_MAX} are the most`, 'Ask for less in one request');
  if (tables > TABLES_MAX)
    throw tooCostly(`asks for ${tables} tables`, `${TABLES_MAX} are the most`, 'Send several requests');
  if (cost > COST_MAX)
    throw tooCostly(`costs ${cost}`, `${COST_MAX} is the most`, 'Ask for fewer fields or shorter pages');
}

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

function tooCostly(happened: string, limit: string, remedy: string): GraphQLError {
  return new GraphQLError(`The request ${happened}; ${limit}. ${remedy}. \`region { limits }\` has every limit.`, {
    extensions: { code: 'OPERATION_TOO_COSTLY', http: { status: 400 } },
  });
}
