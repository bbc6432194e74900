/** A GraphQL answer over HTTP. */
export interface HttpAnswer {
  readonly status: number;
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** Post a GraphQL request as whoever holds the token; null asks without one. */
export async function ask(
  address: string,
  query: string,
  { token, variables = {} }: { token: string | null; variables?: Readonly<Record<string, unknown>> },
): Promise<HttpAnswer> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, ...((await response.json()) as Omit<HttpAnswer, 'status'>) };
}
