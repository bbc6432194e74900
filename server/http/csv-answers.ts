import type { FastifyReply, FastifyRequest } from 'fastify';

import { csvOf } from './csv-of.js';
import type { GraphqlResponse } from './csv-of.js';

/** Hooks of the GraphQL route. */
interface CsvHooks {
  readonly preHandler: (request: FastifyRequest) => Promise<void>;
  readonly onSend: (request: FastifyRequest, reply: FastifyReply, payload: unknown) => Promise<unknown>;
}

/**
 * `Accept: text/csv` on a GraphQL request gives the rows of its one table as CSV.
 *
 * The request is answered as any other, and the bytes of that answer are rewritten on their way out: there is no second
 * exit, so a number in an export is the number in the API.
 */
export function csvAnswers(): CsvHooks {
  const wanted = new WeakSet<FastifyRequest>();
  return {
    preHandler: async (request) => {
      if (!wantsCsv(request)) return Promise.resolve();
      wanted.add(request);
      request.headers.accept = 'application/json';
      return Promise.resolve();
    },
    onSend: async (request, reply, payload) => {
      if (!wanted.has(request) || typeof payload !== 'string') return Promise.resolve(payload);

      const response = JSON.parse(payload) as GraphqlResponse;
      if (!('data' in response) && !('errors' in response)) return Promise.resolve(payload);

      const { status, text } = csvOf(response);
      const isTable = status === 200;
      void reply.code(status).type(isTable ? 'text/csv; charset=utf-8' : 'text/plain; charset=utf-8');
      if (isTable) void reply.header('content-disposition', 'attachment; filename="headwaters.csv"');
      void reply.header('content-length', Buffer.byteLength(text));
      return Promise.resolve(text);
    },
  };
}

function wantsCsv({ headers }: FastifyRequest): boolean {
  const types = (headers.accept ?? '').split(',').map((type) => type.split(';')[0]?.trim().toLowerCase());
  return types.includes('text/csv');
}
