import type { House } from '../../server/flow/index.js';
import { buildHouseSchema } from '../../server/graphql/index.js';
import { httpServer } from '../../server/http/index.js';

/** A server like ours whose `outcomes` returns one ready-made answer: the least a GraphQL server can do. */
export async function constantServer(
  house: House,
  { data }: { data: { outcomes: object } },
): Promise<{ readonly address: string; readonly close: () => Promise<void> }> {
  const schema = buildHouseSchema();
  const outcomes = schema.getQueryType()?.getFields()['outcomes'];
  if (outcomes === undefined) throw new Error('The schema has no field outcomes.');
  outcomes.resolve = () => data.outcomes;

  const server = await httpServer(house, { logLevel: 'silent', schema });
  return { address: await server.listen({ host: '127.0.0.1', port: 0 }), close: () => server.close() };
}
