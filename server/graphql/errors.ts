import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';

import { AskerError } from '../lib/index.js';

const HTTP_STATUS: Readonly<Partial<Record<string, number>>> = { UNAUTHENTICATED: 401 };

/** Codes of GraphQL itself: their messages speak of the request, never of data. */
const REQUEST_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'OPERATION_TOO_COSTLY',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_REQUEST',
]);

/** An asker's mistake as GraphQL says it. */
export function wireError(error: AskerError): GraphQLError {
  const status = HTTP_STATUS[error.code];
  return new GraphQLError(error.message, {
    extensions: { code: error.code, ...(status === undefined ? {} : { http: { status } }) },
  });
}

/** What goes on the wire: askers' mistakes as they are, our own without a word about them. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  if (cause instanceof AskerError) return { ...formatted, message: cause.message, extensions: { code: cause.code } };
  if (REQUEST_CODES.has(String(formatted.extensions?.['code']))) return withoutStack(formatted);
  if (error instanceof GraphQLError && error.extensions['code'] === 'UNAUTHENTICATED') return withoutStack(formatted);

  return {
    message:
      'Something went wrong here, not in your question. Nothing was changed. Ask again, and tell the operator if it stays.',
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
  };
}

function withoutStack({ message, locations, path, extensions }: GraphQLFormattedError): GraphQLFormattedError {
  return {
    message,
    ...(locations === undefined ? {} : { locations }),
    ...(path === undefined ? {} : { path }),
    extensions: { code: extensions?.['code'] },
  };
}
