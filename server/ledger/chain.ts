import { createHash } from 'node:crypto';

import type { LedgerEntry, LedgerHead, LedgerNote } from '../../schema/records/index.js';

/** What the first entry follows. */
const GENESIS = '0'.repeat(64);

/** The head of a chain without entries. */
export const EMPTY: LedgerHead = { seq: 0, hash: GENESIS };

/** Chain notes to the head, in order. Source: disclosure policy, section 2.15. */
export function chained(notes: readonly LedgerNote[], head: LedgerHead): readonly LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  for (const note of notes) {
    const { seq, hash: previousHash } = entries.at(-1) ?? head;
    const link = { ...note, seq: seq + 1, previousHash };
    entries.push({ ...link, hash: hashOf(link) });
  }
  return entries;
}

/** Follow entries from a head: how far they do, and the number of the first that does not, or null. */
export function followed(
  head: LedgerHead,
  entries: readonly LedgerEntry[],
): { readonly head: LedgerHead; readonly brokenAt: number | null } {
  let last = head;
  for (const entry of entries) {
    const follows = entry.seq === last.seq + 1 && entry.previousHash === last.hash && entry.hash === hashOf(entry);
    if (!follows) return { head: last, brokenAt: last.seq + 1 };
    last = entry;
  }
  return { head: last, brokenAt: null };
}

/** Field by field, so that the order they are stored in is no part of it. */
function hashOf(entry: Omit<LedgerEntry, 'hash'>): string {
  const { seq, previousHash, askedAt, askerId, audience, agencyId, purpose, field, releaseId, area } = entry;
  const { question, planHash, cells, suppressed, refusal, responseSha256 } = entry;
  const asked = [
    seq,
    previousHash,
    askedAt.toISOString(),
    askerId,
    audience,
    agencyId,
    purpose,
    field,
    releaseId,
    area,
  ];
  const answered = [question, planHash, cells, suppressed, refusal, responseSha256];
  return createHash('sha256')
    .update(JSON.stringify([...asked, ...answered]))
    .digest('hex');
}
