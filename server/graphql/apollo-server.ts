import { ApolloServer } from '@apollo/server';
import type { ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';

import type { Context } from './context.js';
import { formatError } from './errors.js';
import { operationCostLimit } from './limits/operation-cost.js';
import { SELECTIONS_MAX, TOKENS_MAX } from './limits/request-limits.js';
import { logFailures } from './plugins/log-failures.js';
import type { FailureLog } from './plugins/log-failures.js';

/** The GraphQL server: our limits, our errors, and nothing that calls home or stops the process behind our back. */
export function apolloServer({
  schema,
  plugins = [],
  log,
}: {
  schema: GraphQLSchema;
  plugins?: readonly ApolloServerPlugin<Context>[];
  log: FailureLog;
}): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    formatError,
    parseOptions: { maxLexicalTokens: TOKENS_MAX },
    maxRecursiveSelections: SELECTIONS_MAX,
    // The schema is the manual and is published: a hint at the right field tells nobody anything new.
    hideSchemaDetailsFromClientErrors: false,
    includeStacktraceInErrorResponses: false,
    introspection: true,
    stopOnTerminationSignals: false,
    logger: SILENT,
    plugins: [operationCostLimit(), logFailures(log), ...withoutExtras(), ...plugins],
  });
}

/** Apollo's own words may quote an error; ours say where it was. */
const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

function withoutExtras(): readonly ApolloServerPlugin<Context>[] {
  return [
    ApolloServerPluginCacheControlDisabled(), // it wraps every field and halves the throughput of lists
    ApolloServerPluginInlineTraceDisabled(),
    ApolloServerPluginLandingPageDisabled(), // it loads from a CDN
    ApolloServerPluginSchemaReportingDisabled(),
    ApolloServerPluginUsageReportingDisabled(),
  ];
}
