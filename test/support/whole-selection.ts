import { getNamedType, isObjectType, isUnionType } from 'graphql';
import type { GraphQLField, GraphQLNamedType } from 'graphql';

/** Types that have a field of their own to be asked whole by: named inside another type, only by what they hold. */
const ENTITIES = new Set(['Agency', 'PeerGroup', 'Program', 'Release']);

/** Everything that can be selected of a type, as text. A type is not entered again below itself. */
export function wholeSelection(type: GraphQLNamedType, above: readonly string[] = []): string {
  if (isUnionType(type)) {
    const members = type.getTypes().map((member) => `... on ${member.name} ${wholeSelection(member, above)}`);
    return `{ __typename ${members.join(' ')} }`;
  }
  if (!isObjectType(type)) return '';

  const path = [...above, type.name];
  const fields = Object.values(type.getFields()).flatMap((field) => fieldText(field, path));
  return `{ ${fields.join(' ')} }`;
}

function fieldText({ name, type }: GraphQLField<unknown, unknown>, path: readonly string[]): readonly string[] {
  const named = getNamedType(type);
  if (path.includes(named.name)) return [];
  const isBeyond = isObjectType(named) && path.slice(0, -1).some((above) => ENTITIES.has(above));
  return isBeyond ? [] : [`${name} ${wholeSelection(named, path)}`];
}
