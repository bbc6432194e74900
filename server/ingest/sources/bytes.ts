import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, Transform } from 'node:stream';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

import type { BytesSeen } from './source.js';

/** The bytes of a file, unpacked when it is gzip. Progress counts the bytes on disk. */
export async function bytesOf(path: string, onBytes: BytesSeen = () => undefined): Promise<Readable> {
  const isPacked = (await firstBytes(path, 2)).equals(Buffer.from([0x1f, 0x8b]));
  const counted = new Transform({
    transform(piece: Buffer, _encoding, done) {
      onBytes(piece.length);
      done(null, piece);
    },
  });
  return isPacked
    ? joined(createReadStream(path), counted, createGunzip())
    : joined(createReadStream(path), counted, null);
}

export async function firstBytes(path: string, count: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** An error anywhere in the pipe destroys its end, so whoever reads it sees the error. */
function joined(file: Readable, counted: Transform, gunzip: Transform | null): Readable {
  const ignore = (): undefined => undefined;
  return gunzip === null ? pipeline(file, counted, ignore) : pipeline(file, counted, gunzip, ignore);
}
