import { createWriteStream } from 'node:fs';
import type { WriteStream } from 'node:fs';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';

const BUCKETS = 64;
const PIECE_CHARACTERS = 65_536;

/**
 * Lines written in the order of their key, whatever the order they came in.
 *
 * Two reasons. The order of an export is the order of its calls, and inside a month that is more than a month says.
 * And the same encounters give the same bytes, so a file exported again in another order is recognised as the same.
 * Lines wait in 64 files by the first digits of their key; each is then sorted by itself, so memory holds one of them.
 */
export interface SortedFile {
  readonly add: (line: string) => Promise<void>;
  /** Write everything to `path`, synchronised to disk, and remove the waiting files. */
  readonly writeTo: (path: string, header: string) => Promise<void>;
}

export async function sortedFile(folder: string): Promise<SortedFile> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const buckets = Array.from({ length: BUCKETS }, (_, index) => bucketAt(join(folder, `${index}.csv`)));

  return {
    add: async (line) => buckets[Number.parseInt(line.slice(0, 2), 16) >> 2]?.add(line),
    writeTo: async (path, header) => {
      const file = await open(path, 'w', 0o600);
      await file.write(`${header}\n`);
      for (const bucket of buckets) await file.write(await bucket.sorted());
      await file.sync();
      await file.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Bucket {
  readonly add: (line: string) => Promise<void>;
  readonly sorted: () => Promise<string>;
}

/** Opened at its first line, so a small file makes few. */
function bucketAt(path: string): Bucket {
  let waiting = '';
  let stream: WriteStream | null = null;
  const flush = async (): Promise<void> => {
    stream ??= createWriteStream(path, { mode: 0o600 });
    const hasRoom = stream.write(waiting);
    waiting = '';
    if (!hasRoom) await once(stream, 'drain');
  };
  return {
    add: async (line) => {
      waiting += `${line}\n`;
      if (waiting.length > PIECE_CHARACTERS) await flush();
    },
    sorted: async () => {
      const written = stream === null ? '' : await readBack(stream, path);
      const lines = (written + waiting).split('\n').slice(0, -1).sort();
      return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
    },
  };
}

async function readBack(stream: WriteStream, path: string): Promise<string> {
  stream.end();
  await once(stream, 'close');
  return readFile(path, 'utf8');
}
