import { registerEnumType } from 'type-graphql';

/** Register a GraphQL enum whose keys and values are the same words, each with its description. */
export function enumType<Key extends string>({
  name,
  description,
  values,
}: {
  name: string;
  description: string;
  values: Readonly<Record<Key, string>>;
}): Readonly<Record<Key, Key>> {
  const keys = Object.keys(values) as Key[];
  const members = Object.fromEntries(keys.map((key) => [key, key])) as Record<Key, Key>;
  const valuesConfig = Object.fromEntries(keys.map((key) => [key, { description: values[key] }]));

  registerEnumType(members, { name, description, valuesConfig: valuesConfig as Record<Key, { description: string }> });
  return members;
}
