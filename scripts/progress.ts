import { stat } from 'node:fs/promises';

import { SingleBar } from 'cli-progress';

/** How much of a file has been read, as a bar where there is somebody to see it. */
export interface Progress {
  readonly onBytes: (bytes: number) => void;
  readonly stop: () => void;
}

export async function progressThrough(path: string): Promise<Progress> {
  const bar = new SingleBar({ format: '{bar} {percentage} % | {eta} s left', noTTYOutput: false, hideCursor: true });
  if (process.stderr.isTTY) bar.start((await stat(path).catch(() => null))?.size ?? 0, 0);
  return {
    onBytes: (bytes) => {
      bar.increment(bytes);
    },
    stop: () => {
      bar.stop();
    },
  };
}
