import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { Context } from '../graphql/index.js';

import { csvOf } from './csv.js';

interface GraphqlBody {
  readonly query?: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}

/**
 * `Accept: text/csv` on a GraphQL request gives the rows of its first table as CSV.
 *
 * The request runs as any other, and the CSV is made from its response alone: there is no second way out.
 */
export function addCsv(
  app: FastifyInstance,
  { apollo, context }: { apollo: ApolloServer<Context>; context: (request: FastifyRequest) => Promise<Context> },
): void {
  app.addHook('preHandler', async (request, reply) => {
    if (request.method !== 'POST' || request.url !== '/graphql' || request.headers.accept !== 'text/csv') return;

    const result = await resultOf(request, { apollo, context });
    const { status, body } = csvOf(result);
    await reply
      .code(status)
      .type(status === 200 ? 'text/csv; charset=utf-8' : 'text/plain; charset=utf-8')
      .send(body);
  });
}

async function resultOf(
  request: FastifyRequest,
  { apollo, context }: { apollo: ApolloServer<Context>; context: (request: FastifyRequest) => Promise<Context> },
): Promise<{ data?: unknown; errors?: readonly { message: string }[] }> {
  try {
    const { query, variables, operationName } = request.body as GraphqlBody;
    const contextValue = await context(request);
    const { body } = await apollo.executeOperation(
      {
        ...(query === undefined ? {} : { query }),
        ...(variables === undefined ? {} : { variables }),
        ...(operationName === undefined ? {} : { operationName }),
      },
      { contextValue },
    );
    return body.kind === 'single'
      ? (body.singleResult as { data?: unknown; errors?: readonly { message: string }[] })
      : {};
  } catch (error) {
    return { errors: [{ message: error instanceof Error ? error.message : 'The request could not be read.' }] };
  }
}
