import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';

import { AskerError } from '../lib/index.js';

const HTTP_STATUS: Readonly<Partial<Record<string, number>>> = { UNAUTHENTICATED: 401 };

/** Codes of GraphQL itself: their messages speak of the request, never of data. */
const REQUEST_CODES = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'OPERATION_TOO_COSTLY',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'UNAUTHENTICATED',
]);

/** An asker's mistake as GraphQL says it. */
export function wireError(error: AskerError): GraphQLError {
  const status = HTTP_STATUS[error.code];
  return new GraphQLError(error.message, {
    extensions: { code: error.code, ...(status === undefined ? {} : { http: { status } }) },
  });
}

/** Whether an error is a failure of ours, which no asker may read. */
export function isOurFailure(error: unknown): boolean {
  if (unwrapResolverError(error) instanceof AskerError) return false;
  return !(error instanceof GraphQLError && REQUEST_CODES.has(String(error.extensions['code'])));
}

/** What goes on the wire: askers' mistakes as they are, our own without a word about them. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { message, locations, path, extensions } = formatted;
  const cause = unwrapResolverError(error);
  const place = { ...(locations === undefined ? {} : { locations }), ...(path === undefined ? {} : { path }) };
  if (isOurFailure(error)) return { message: OUR_FAILURE, ...place, extensions: { code: 'INTERNAL_SERVER_ERROR' } };

  return {
    message: cause instanceof AskerError ? cause.message : message,
    ...place,
    extensions: { code: cause instanceof AskerError ? cause.code : extensions?.['code'] },
  };
}

const OUR_FAILURE =
  'Something went wrong here, not in your question. Nothing was changed. Ask again, and tell the operator if it stays.';
