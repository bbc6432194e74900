import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { TokenHolder } from '../../schema/records/index.js';
import { authenticate } from '../access/index.js';
import { receiveSubmission } from '../flow/index.js';
import type { House, Receipt } from '../flow/index.js';
import { AskerError, errorCodeOf } from '../lib/index.js';

import { sendProblem } from './problem.js';

/** Files are taken as a stream of anonymised CSV, gzipped or not. */
export function addSubmissions(app: FastifyInstance, house: House): void {
  void app.register((scope, _options, done) => {
    scope.addContentTypeParser(['text/csv', 'application/gzip'], (_request, payload, parsed) => {
      parsed(null, payload);
    });

    scope.post('/submissions', { bodyLimit: Number.MAX_SAFE_INTEGER }, async (request, reply) => {
      try {
        const asker = await authenticate(request.headers.authorization, house.store.tokens);
        const receipt = await receiveSubmission(
          { agencyId: agencyAsked(request, asker), content: contentOf(request) },
          asker,
          house,
        );
        return await reply.code(receipt.isRepeat ? 200 : 201).send(receiptOnWire(receipt));
      } catch (error) {
        request.log.error(
          { code: error instanceof AskerError ? error.code : 'INTERNAL_SERVER_ERROR' },
          'a submission was not taken',
        );
        return sendProblem(reply, errorCodeOf(error).startsWith('Z_') ? notGzip() : error);
      }
    });
    done();
  });
}

/** A steward submits for the own agency; an operator says for which. */
function agencyAsked({ query }: FastifyRequest, { agencyId }: TokenHolder): string {
  const asked = (query as Readonly<Record<string, unknown>>)['agency'] ?? agencyId;
  if (typeof asked === 'string') return asked;
  throw new AskerError(
    'BAD_REQUEST',
    'The request does not say whose file it is. A token without an agency needs one. Add ?agency=<id>.',
  );
}

function contentOf({ body, headers }: FastifyRequest): AsyncIterable<Buffer> {
  const isGzip =
    headers['content-encoding'] === 'gzip' || headers['content-type']?.startsWith('application/gzip') === true;
  const stream = body as Readable;
  if (!isGzip) return stream;

  const unzipped = createGunzip();
  stream.once('error', (error) => unzipped.destroy(error));
  return stream.pipe(unzipped);
}

function receiptOnWire({ submission, isRepeat, problems, problemsLeftOff }: Receipt): object {
  const { id, ...rest } = submission;
  return { submissionId: id, ...rest, isRepeat, problems, problemsLeftOff };
}

function notGzip(): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    'The file is said to be gzipped and is not, or it is cut short. Nothing was written. Send it again whole, or without gzip.',
  );
}
