import type { Audience } from './registry.js';

/** Which question was asked. */
export type AskedField = 'OUTCOMES' | 'OWN_OUTCOMES' | 'OWN_TABLE_TO_SHARE' | 'COMPARE' | 'TREND' | 'PEERS' | 'IMPACT';

/** A question on its way into the ledger: who asked what, and what came of it. Holds no count of encounters. */
export interface LedgerNote {
  readonly askedAt: Date;
  /** Id of the token holder. */
  readonly askerId: string;
  readonly audience: Audience;
  /** The asker's agency; null for audiences without one. */
  readonly agencyId: string | null;
  /** Why, in the asker's own words; null when none were given. */
  readonly purpose: string | null;
  readonly field: AskedField;
  readonly releaseId: string;
  /** The smallest area that holds every place asked about: `region`, a state, a county or an agency. */
  readonly area: string;
  /** The question, and how the asker saw it, as JSON text: enough to ask it again. */
  readonly question: string;
  /** Names the table by the cells it prints; of a refused question, the question itself. */
  readonly planHash: string;
  /** Numbers printed, and how many of them were suppressed. */
  readonly cells: number;
  readonly suppressed: number;
  /** Why it was refused; null when it was answered. */
  readonly refusal: string | null;
  readonly responseSha256: string;
}

/** An entry of the chain: its hash is over the note, its number and the hash of the entry before. */
export interface LedgerEntry extends LedgerNote {
  /** 1 for the first. */
  readonly seq: number;
  readonly previousHash: string;
  readonly hash: string;
}

/** Where the chain ends. */
export type LedgerHead = Pick<LedgerEntry, 'seq' | 'hash'>;
