/** Every mistake an asker can mend, as a closed list. `server/graphql/errors.ts` puts it on the wire. */
export type AskerErrorCode =
  'BAD_PERIOD' | 'BAD_REQUEST' | 'FORBIDDEN' | 'NOT_FOUND' | 'TOO_MANY_CELLS' | 'UNAUTHENTICATED';

/** A mistake the asker can mend. The message says what happened, the limit, and what to do. */
export class AskerError extends Error {
  readonly code: AskerErrorCode;

  constructor(code: AskerErrorCode, message: string) {
    super(message);
    this.name = 'AskerError';
    this.code = code;
  }
}
