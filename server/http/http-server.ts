import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import compress from '@fastify/compress';
import Fastify from 'fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { Config } from '../config/index.js';
import type { House } from '../flow/index.js';
import { apolloServer, contextOf } from '../graphql/index.js';
import type { Context } from '../graphql/index.js';

import { addCsv } from './csv-route.js';
import { addExplorer } from './explorer.js';
import { addSubmissions } from './submissions-route.js';

/** Largest GraphQL request taken. Files come in as a stream and have no such limit. */
const BODY_BYTES_MAX = 1_000_000;

/** The one port: API, CSV, submissions, explorer and health. */
export async function httpServer(house: House, { logLevel }: Pick<Config, 'logLevel'>): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: BODY_BYTES_MAX,
    logger: { level: logLevel, serializers: { req: requestForLog, res: ({ statusCode }) => ({ statusCode }) } },
    forceCloseConnections: 'idle',
  });
  await app.register(compress);

  const apollo = apolloServer([fastifyApolloDrainPlugin(app)]);
  await apollo.start();
  const context = async ({ headers }: FastifyRequest): Promise<Context> => contextOf(headers.authorization, house);
  addCsv(app, { apollo, context });
  app.route({
    url: '/graphql',
    method: ['GET', 'POST', 'OPTIONS'],
    handler: fastifyApolloHandler(apollo, { context }),
  });

  app.get('/health', () => ({ status: 'ok' }));
  addSubmissions(app, house);
  await addExplorer(app);
  return app;
}

/** A log line names the route. It has no query, no body and no header: a token or a filter value could be in them. */
function requestForLog({ method, url }: { method: string; url: string }): Record<string, unknown> {
  return { method, path: url.split('?')[0] };
}
