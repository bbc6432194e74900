import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

import type { FileProblem } from '../../ingest/index.js';

const HEADER = 'line,column,field,value_class,rule,effect';

/** The file that tells a steward what to mend: every problem, where it is, and never the value. */
export interface ProblemFile {
  readonly add: (problem: FileProblem) => Promise<void>;
  readonly close: () => Promise<void>;
}

export function problemFile(path: string): ProblemFile {
  const stream = createWriteStream(path, { mode: 0o600 });
  stream.write(`${HEADER}\n`);
  return {
    add: async ({ line, column, field, valueClass, rule, code, effect }) => {
      const cells = [line, column, quoted(field), quoted(valueClass), quoted(`${code}: ${rule}`), effect];
      if (!stream.write(`${cells.join(',')}\n`)) await once(stream, 'drain');
    },
    close: async () => {
      stream.end();
      await once(stream, 'close');
    },
  };
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
