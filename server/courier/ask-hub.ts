import { hubFailure } from './hub-failure.js';
import type { HubAccess } from './send-file.js';

/** Ask a hub's GraphQL one thing. @throws with the hub's own words when it refuses. */
export async function askHub<Data>(
  { hub, token }: HubAccess,
  { query, variables }: { query: string; variables: Readonly<Record<string, unknown>> },
): Promise<Data> {
  const response = await fetch(`${hub}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  }).catch((error: unknown) => {
    throw hubFailure(hub, error);
  });

  const { data, errors } = (await response.json()) as { data?: Data; errors?: readonly { readonly message: string }[] };
  if (errors !== undefined && errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  if (data === undefined)
    throw new Error('The hub answered without data. That is a fault of the hub. Tell its operator.');
  return data;
}
