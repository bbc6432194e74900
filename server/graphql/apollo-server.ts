import { ApolloServer } from '@apollo/server';
import type { ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { ParseOptions } from 'graphql';

import { buildHouseSchema } from './build-schema.js';
import type { Context } from './context.js';
import { formatError } from './errors.js';
import { operationCostLimit } from './limits/operation-cost.js';

const TOKENS_MAX = 4_000;
const RECURSIVE_SELECTIONS_MAX = 5_000;

/** The GraphQL server: our limits, our errors, and nothing that calls home or stops the process behind our back. */
export function apolloServer(plugins: readonly ApolloServerPlugin<Context>[] = []): ApolloServer<Context> {
  const parseOptions: ParseOptions = { maxTokens: TOKENS_MAX };
  return new ApolloServer<Context>({
    schema: buildHouseSchema(),
    formatError,
    // Apollo's type leaves maxTokens out; graphql-js takes it.
    parseOptions: parseOptions as object,
    maxRecursiveSelections: RECURSIVE_SELECTIONS_MAX,
    hideSchemaDetailsFromClientErrors: false,
    includeStacktraceInErrorResponses: false,
    introspection: true,
    stopOnTerminationSignals: false,
    logger: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
    plugins: [
      operationCostLimit(),
      ApolloServerPluginCacheControlDisabled(), // it wraps every field and halves the throughput of lists
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(), // it loads from a CDN
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ...plugins,
    ],
  });
}
