/** A GraphQL request as it is posted. */
export interface Question {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: string | null | undefined;
}

/** Ask this server, as whoever holds the token. */
export async function ask(
  question: Question,
  { token, accept }: { token: string; accept: 'application/json' | 'text/csv' },
): Promise<Response> {
  return fetch(new URL('graphql', document.baseURI), {
    method: 'POST',
    headers: {
      accept,
      'content-type': 'application/json',
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(question),
  });
}

/** Ask for the same table as CSV and hand it to the browser to keep. @throws with the server's words when it declines. */
export async function downloadCsv(question: Question, token: string): Promise<void> {
  const response = await ask(question, { token, accept: 'text/csv' });
  if (!response.ok) throw new Error(await response.text());

  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = 'headwaters.csv';
  link.click();
  URL.revokeObjectURL(link.href);
}
