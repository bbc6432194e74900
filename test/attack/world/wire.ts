/** Everything a client gets to see of an answer. */
export interface Wire {
  readonly status: number;
  /** Header -> value, without those that are of the moment. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const OF_THE_MOMENT = new Set(['date', 'x-request-id', 'keep-alive']);

/** Post a request as it is, and keep what comes back as it is. */
export async function overTheWire(
  address: string,
  { token, body, accept = 'application/json' }: { token: string; body: unknown; accept?: string },
): Promise<Wire> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: {
      accept,
      'accept-encoding': 'identity',
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify(body),
  });
  const headers = [...response.headers].filter(([name]) => !OF_THE_MOMENT.has(name));
  return { status: response.status, headers: Object.fromEntries(headers), body: await response.text() };
}

/** An answer with its numbers blotted out, and with the lengths that follow from them. */
export function withoutNumbers({ status, headers, body }: Wire): Wire {
  const { 'content-length': _length, ...kept } = headers;
  return { status, headers: kept, body: body.replace(/-?\d+(\.\d+)?/g, '#') };
}
