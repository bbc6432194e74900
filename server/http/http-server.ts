import { fastifyApolloHandler } from '@as-integrations/fastify';
import compress from '@fastify/compress';
import Fastify from 'fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';

import type { Config } from '../config/index.js';
import type { House } from '../flow/index.js';
import { apolloServer, buildHouseSchema, contextOf, placeOf } from '../graphql/index.js';
import type { Context } from '../graphql/index.js';

import { csvAnswers } from './csv-answers.js';
import { addExplorer } from './explorer.js';
import { addHealth } from './health.js';
import { requestProblem, sendProblem } from './problem.js';
import { addResponseHeaders } from './response-headers.js';
import { addSubmissions } from './submissions-route.js';

/** Largest GraphQL request taken. Files come in as a stream and have no such limit. */
const BODY_BYTES_MAX = 1_000_000;
/** How long a server that is closing waits for requests under way, in milliseconds; then it hangs up. */
const DRAIN_MS = 5_000;

/** The one port: API, CSV, submissions, explorer and health. */
export async function httpServer(
  house: House,
  { logLevel, schema = buildHouseSchema() }: Pick<Config, 'logLevel'> & { schema?: GraphQLSchema },
): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: BODY_BYTES_MAX,
    logger: { level: logLevel, serializers: { req: requestForLog, res: ({ statusCode }) => ({ statusCode }) } },
    forceCloseConnections: 'idle',
  });
  // A gzipped file is unpacked where it is read, piece by piece: only answers are this plugin's business.
  await app.register(compress, { globalDecompression: false });
  app.addHook('preClose', (done) => {
    setTimeout(() => {
      app.server.closeAllConnections();
    }, DRAIN_MS).unref();
    done();
  });
  app.setErrorHandler(async (error, request, reply) => {
    const problem = requestProblem(error);
    if (problem === null) request.log.error(placeOf(error), 'a request failed');
    return sendProblem(reply, problem ?? error);
  });

  addResponseHeaders(app);
  await addGraphql(app, { house, schema });
  addHealth(app, house);
  addSubmissions(app, house);
  await addExplorer(app);
  return app;
}

async function addGraphql(
  app: FastifyInstance,
  { house, schema }: { house: House; schema: GraphQLSchema },
): Promise<void> {
  const apollo = apolloServer({
    schema,
    log: (entry, message) => {
      app.log.error(entry, message);
    },
  });
  await apollo.start();

  const context = async ({ headers }: FastifyRequest): Promise<Context> => {
    const purpose = headers['headwaters-purpose'];
    return contextOf({ authorization: headers.authorization, purpose: purpose?.toString() }, house);
  };
  app.route({
    url: '/graphql',
    method: ['GET', 'POST', 'OPTIONS'],
    ...csvAnswers(),
    handler: fastifyApolloHandler(apollo, { context }),
  });
}

/** A log line names the route. It has no query, no body and no header: a token or a filter value could be in them. */
function requestForLog({ method, url }: { method: string; url: string }): Record<string, unknown> {
  return { method, path: url.split('?')[0] };
}
