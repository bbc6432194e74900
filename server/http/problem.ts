import type { FastifyReply } from 'fastify';

import { AskerError } from '../lib/index.js';
import type { AskerErrorCode } from '../lib/index.js';

const STATUS_OF: Readonly<Record<AskerErrorCode, number>> = {
  BAD_PERIOD: 400,
  BAD_REQUEST: 400,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  TOO_MANY_CELLS: 400,
  UNAUTHENTICATED: 401,
};

/** A request the server itself could not read: too large, no JSON, a media type nobody takes here. */
export class UnreadableRequest extends Error {
  readonly status: number;

  constructor({ status, message }: { status: number; message: string }) {
    super(
      `${message.replace(/\.?$/, '.')} The API takes JSON of at most 1 MB at /graphql, and CSV at /submissions. Mend it and send it again.`,
    );
    this.name = 'UnreadableRequest';
    this.status = status;
  }
}

/** What the server says of a request it could not read; null when the failure is ours. */
export function requestProblem(error: unknown): UnreadableRequest | null {
  const { statusCode, message } = error as { readonly statusCode?: unknown; readonly message?: unknown };
  const isClients = typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500;
  return isClients ? new UnreadableRequest({ status: statusCode, message: String(message) }) : null;
}

/** Send an error of a plain HTTP route: the asker's mistakes in full, our own without a word about them. */
export async function sendProblem(reply: FastifyReply, error: unknown): Promise<FastifyReply> {
  if (error instanceof AskerError) {
    return reply.code(STATUS_OF[error.code]).send({ code: error.code, message: error.message });
  }
  if (error instanceof UnreadableRequest) {
    return reply.code(error.status).send({ code: 'BAD_REQUEST', message: error.message });
  }
  return reply.code(500).send({
    code: 'INTERNAL_SERVER_ERROR',
    message: 'Something went wrong here, not in your request. Nothing was written. Send it again; that is safe.',
  });
}
