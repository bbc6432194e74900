import {
  GraphQLError,
  Kind,
  getArgumentValues,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
} from 'graphql';
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLNamedType,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql';

/** What a request asks for, known before anything is computed. */
export interface Price {
  readonly cost: number;
  readonly tables: number;
  readonly depth: number;
}

/** What a request is priced with: variables are coerced, so a page size in a variable counts. */
export interface Pricing {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Fields that ask for tables, and for how many: an impact is that of an agency and that of its comparison. */
const TABLES_OF = new Map([
  ['outcomes', 1],
  ['ownOutcomes', 1],
  ['ownTableToShare', 1],
  ['compare', 1],
  ['wouldAnswer', 1],
  ['trend', 1],
  ['peers', 1],
  ['impact', 2],
  ['replayQuestion', 1],
  ['comparability', 1],
  ['reach', 2],
]);
/** What a list without a page size counts for. Guessed from the request, never from what it will hold. */
const LIST_LENGTH = 5;
const FREE: Price = { cost: 0, tables: 0, depth: 0 };

/**
 * The price of a selection: one per field, times the page size of every list above it.
 *
 * Fragments are laid flat, so that an alias flood or a fragment bomb costs what it asks for. The price depends on the
 * request alone. Source: disclosure policy, section 2.16.
 */
export function priceOf(
  selectionSet: SelectionSetNode | undefined,
  parent: GraphQLNamedType | null | undefined,
  pricing: Pricing,
): Price {
  const prices = (selectionSet?.selections ?? []).map((selection) => {
    if (selection.kind === Kind.FIELD) return priceOfField(selection, parent, pricing);

    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : pricing.fragments.get(selection.name.value);
    const condition = fragment?.typeCondition?.name.value;
    return priceOf(
      fragment?.selectionSet,
      condition === undefined ? parent : pricing.schema.getType(condition),
      pricing,
    );
  });
  return prices.reduce(together, FREE);
}

function priceOfField(field: FieldNode, parent: GraphQLNamedType | null | undefined, pricing: Pricing): Price {
  const definition = parent && 'getFields' in parent ? parent.getFields()[field.name.value] : undefined;
  if (definition === undefined || !('args' in definition)) return { ...FREE, cost: 1, depth: 1 };

  const args = argumentsOf(field, definition, pricing);
  const below = priceOf(field.selectionSet, getNamedType(definition.type), pricing);
  return {
    cost: 1 + timesOf(definition, args) * below.cost,
    tables: below.tables + (TABLES_OF.get(field.name.value) ?? 0),
    depth: below.depth + 1,
  };
}

/** How often what is below a field is asked for. The edges of a page were counted with its size. */
function timesOf({ name, type }: GraphQLField<unknown, unknown>, { first }: Readonly<Record<string, unknown>>): number {
  if (typeof first === 'number') return Math.max(1, first);
  const isList = isListType(getNullableType(type)) && isCompositeType(getNamedType(type));
  return isList && name !== 'edges' ? LIST_LENGTH : 1;
}

/** graphql-js checks a variable in an argument only when the field is run, and calls it a failure of ours. */
function argumentsOf(
  field: FieldNode,
  definition: GraphQLField<unknown, unknown>,
  { variables }: Pricing,
): Readonly<Record<string, unknown>> {
  try {
    return getArgumentValues(definition, field, variables);
  } catch (error) {
    throw new GraphQLError(error instanceof Error ? error.message : String(error), {
      nodes: [field],
      extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
    });
  }
}

function together(one: Price, other: Price): Price {
  return {
    cost: one.cost + other.cost,
    tables: one.tables + other.tables,
    depth: Math.max(one.depth, other.depth),
  };
}
