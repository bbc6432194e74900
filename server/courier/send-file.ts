import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { createGzip } from 'node:zlib';

import type { Submission, RowProblem } from '../../schema/records/index.js';

import { hubFailure } from './hub-failure.js';

/** The receipt of a submission, as the hub sends it. */
export interface HubReceipt extends Omit<Submission, 'id' | 'receivedAt' | 'decidedAt'> {
  readonly submissionId: string;
  readonly isRepeat: boolean;
  readonly problems: readonly RowProblem[];
  readonly problemsLeftOff: number;
}

/** Where a hub is, and who asks it. */
export interface HubAccess {
  readonly hub: string;
  readonly token: string;
}

/**
 * Send an anonymised file to a hub as a stream. Sending the same file again is safe: the receipt is that of the first time.
 *
 * @param onProgress told how many bytes of how many have been read.
 * @throws when the hub cannot be reached or refuses the file; nothing was written then.
 */
export async function sendFile(
  { file, agencyId, hub, token }: HubAccess & { file: string; agencyId: string | null },
  { onProgress }: { onProgress: (done: number, all: number) => void },
): Promise<HubReceipt> {
  const { size } = await stat(file);
  const body = Readable.toWeb(await zipped(file, counting(size, onProgress))) as ReadableStream;
  const query = agencyId === null ? '' : `?agency=${encodeURIComponent(agencyId)}`;

  const response = await fetch(`${hub}/submissions${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv', 'content-encoding': 'gzip' },
    body,
    // Node's fetch wants this said when a body is a stream.
    duplex: 'half',
  }).catch((error: unknown) => {
    throw hubFailure(hub, error);
  });
  const answer = (await response.json()) as HubReceipt | { readonly message: string };
  if ('message' in answer) throw new Error(answer.message);
  return answer;
}

const GZIP_MAGIC = [0x1f, 0x8b];

/** The file gzipped: as it is when it already was. */
async function zipped(file: string, counter: Transform): Promise<Readable> {
  const handle = await open(file);
  const { buffer } = await handle.read(Buffer.alloc(GZIP_MAGIC.length), 0, GZIP_MAGIC.length, 0);
  await handle.close();

  const content = createReadStream(file).pipe(counter);
  return GZIP_MAGIC.every((byte, index) => buffer[index] === byte) ? content : content.pipe(createGzip({ level: 1 }));
}

function counting(all: number, onProgress: (done: number, all: number) => void): Transform {
  let done = 0;
  return new Transform({
    transform: (piece: Buffer, _encoding, next) => {
      done += piece.length;
      onProgress(done, all);
      next(null, piece);
    },
  });
}
