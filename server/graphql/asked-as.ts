import type { OutcomesQuestion } from '../flow/index.js';

/** Which field was asked, and what it asks besides the question. */
export type AskedAs =
  | { readonly field: 'outcomes' | 'ownOutcomes' | 'comparability' }
  | { readonly field: 'ownTableToShare'; readonly threshold: number }
  | AskedToCompare
  | { readonly field: 'trend'; readonly baseline: OutcomesQuestion['period'] }
  | AskedOfPeers
  | { readonly field: 'impact' | 'reach'; readonly program: string };

interface AskedOfPeers {
  readonly field: 'peers';
  readonly widening: string;
  readonly order: string;
  readonly evenIfNotComparable: boolean;
}

export interface AskedToCompare {
  readonly field: 'compare';
  readonly armsBy: string;
  readonly baseline: string;
  readonly arms: readonly string[];
  readonly standard: string;
  readonly evenIfNotComparable: boolean;
}

/** How a question was asked: what is said of the nearest one depends on it. */
export interface Asked {
  readonly as: AskedAs;
  /** Codes of the measures asked for. */
  readonly measures: readonly string[];
}
