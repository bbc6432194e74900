import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, Kind, getVariableValues } from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';

/** Most a request may cost: one per field, times the page size of every list above it. */
export const COST_MAX = 5_000;
/** Most tables one request may ask for, under whatever aliases. */
export const TABLES_MAX = 10;
/** Most levels of fields in a request. */
const DEPTH_MAX = 14;

const TABLE_FIELDS = ['outcomes', 'ownOutcomes', 'compare'];
const PAGE_DEFAULT = 20;

interface Price {
  readonly cost: number;
  readonly tables: number;
}

/**
 * Refuse a request that asks for too much before anything is computed.
 *
 * Priced after variables are coerced and fragments laid flat, so that an alias flood, a fragment bomb or a page size in a
 * variable costs what it asks for. The price depends on the request alone. Source: disclosure policy, section 2.16.
 */
export function operationCostLimit(): ApolloServerPlugin {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ schema, document, operation, request }) => {
          if (operation === undefined) return Promise.resolve();
          const { cost, tables } = priceOf({ schema, document, operation, variables: request.variables ?? {} });
          if (cost > COST_MAX)
            throw tooCostly(`costs ${cost}`, `${COST_MAX} is the most`, 'Ask for fewer fields or shorter pages');
          if (tables > TABLES_MAX)
            throw tooCostly(`asks for ${tables} tables`, `${TABLES_MAX} are the most`, 'Send several requests');
          return Promise.resolve();
        },
      }),
  };
}

function priceOf({
  schema,
  document,
  operation,
  variables,
}: {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>>;
}): Price {
  const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const fragments = new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );

  const priceBelow = (selections: SelectionSetNode | undefined, depth: number): Price => {
    if (depth > DEPTH_MAX)
      throw tooCostly('is too deep', `${DEPTH_MAX} levels are the most`, 'Ask for less in one request');
    return (selections?.selections ?? [])
      .map((selection) => {
        if (selection.kind === Kind.FIELD) return priceOfField(selection, depth);
        const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
        return priceBelow(fragment?.selectionSet, depth);
      })
      .reduce(plus, { cost: 0, tables: 0 });
  };

  const priceOfField = (field: FieldNode, depth: number): Price => {
    const below = priceBelow(field.selectionSet, depth + 1);
    const isTable = TABLE_FIELDS.includes(field.name.value);
    const times = pageSizeOf(field, coerced);
    const tables = below.tables + (isTable ? 1 : 0);
    const price = { cost: 1 + times * below.cost, tables };
    if (price.cost > COST_MAX)
      throw tooCostly(
        `costs more than ${COST_MAX}`,
        `${COST_MAX} is the most`,
        'Ask for fewer fields or shorter pages',
      );
    return price;
  };

  return priceBelow(operation.selectionSet, 1);
}

function plus(one: Price, other: Price): Price {
  return { cost: one.cost + other.cost, tables: one.tables + other.tables };
}

const LISTS = ['agencies', 'programs', 'releases', 'submissions'];

/** How many entries a list field asks for; 1 for any other field. */
function pageSizeOf(field: FieldNode, variables: Readonly<Record<string, unknown>>): number {
  const first = field.arguments?.find(({ name }) => name.value === 'first')?.value;
  if (first === undefined) return LISTS.includes(field.name.value) ? PAGE_DEFAULT : 1;

  const size =
    first.kind === Kind.VARIABLE ? variables[first.name.value] : 'value' in first ? Number(first.value) : PAGE_DEFAULT;
  return typeof size === 'number' && size > 0 ? size : 1;
}

function tooCostly(happened: string, limit: string, remedy: string): GraphQLError {
  return new GraphQLError(`The request ${happened}; ${limit}. ${remedy}.`, {
    extensions: { code: 'OPERATION_TOO_COSTLY', http: { status: 400 } },
  });
}
