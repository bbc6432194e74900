import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';

import { isOurFailure } from '../errors.js';

/** Where a failure is written down. */
export type FailureLog = (entry: Readonly<Record<string, unknown>>, message: string) => void;

/**
 * Write down failures of ours, which the wire masks.
 *
 * The entry says where, never what: an error's own words may quote a row, a key or a count.
 */
export function logFailures(log: FailureLog): ApolloServerPlugin {
  return {
    contextCreationDidFail: ({ error }) => {
      if (isOurFailure(error)) log(placeOf(error), 'an asker could not be looked up');
      return Promise.resolve();
    },
    requestDidStart: () =>
      Promise.resolve({
        didEncounterErrors: ({ errors }) => {
          for (const error of errors.filter(isOurFailure)) {
            log({ path: error.path?.join('.'), ...placeOf(unwrapResolverError(error)) }, 'a question failed');
          }
          return Promise.resolve();
        },
      }),
  };
}

/** The class of an error and the frames of its stack, without its message. */
export function placeOf(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: error.name, at: frames.map((line) => line.trim()) };
}
