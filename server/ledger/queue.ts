import type { LedgerNote } from '../../schema/records/index.js';

/** Takes notes one by one and writes them together. */
export interface LedgerQueue {
  /** Done when the note is in the ledger. */
  readonly note: (note: LedgerNote) => Promise<void>;
}

interface Batch {
  readonly notes: LedgerNote[];
  readonly isWritten: Promise<void>;
}

/**
 * Notes that arrive while others are being written wait and are written next, all at once: an answer waits for at most
 * two writes, however many are asked at a time.
 */
export function ledgerQueue(write: (notes: readonly LedgerNote[]) => Promise<void>): LedgerQueue {
  let underWay: Promise<unknown> = Promise.resolve();
  let waiting: Batch | null = null;

  const nextBatch = (): Batch => {
    const notes: LedgerNote[] = [];
    const isWritten = underWay.then(() => {
      waiting = null;
      return write(notes);
    });
    underWay = isWritten.catch(() => undefined);
    return { notes, isWritten };
  };

  return {
    note: async (note) => {
      waiting ??= nextBatch();
      waiting.notes.push(note);
      return waiting.isWritten;
    },
  };
}
