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

/** Send an error of a plain HTTP route: the asker's mistakes in full, our own without a word about them. */
export async function sendProblem(reply: FastifyReply, error: unknown): Promise<FastifyReply> {
  if (error instanceof AskerError) {
    return reply.code(STATUS_OF[error.code]).send({ code: error.code, message: error.message });
  }
  return reply.code(500).send({
    code: 'INTERNAL_SERVER_ERROR',
    message: 'Something went wrong here, not in your request. Nothing was written. Send it again; that is safe.',
  });
}
