import type { Grade } from './grade.js';

/**
 * DEFINITION_DIFFERS: two agencies settle a point differently. DEFINITION_CHANGED: one does within the period.
 * UNDECLARED: an agency never said. NOT_REPORTED, NOT_COLLECTED: it has no number. PARTIAL_PERIOD: it lacks months others have.
 * UNKNOWN_SHARE: much of the field is unknown. HOURS_DIFFER: programs of one model answer at other hours.
 */
export type ReasonKind =
  | 'DEFINITION_DIFFERS'
  | 'DEFINITION_CHANGED'
  | 'UNDECLARED'
  | 'NOT_REPORTED'
  | 'NOT_COLLECTED'
  | 'PARTIAL_PERIOD'
  | 'UNKNOWN_SHARE'
  | 'HOURS_DIFFER';

/** One thing that speaks against a comparison, and the grade it would give alone. */
export interface Reason {
  readonly kind: ReasonKind;
  readonly grade: Grade;
  /** Codes of the points of the definition it is about; empty for other reasons. */
  readonly points: readonly string[];
  /** The agencies it is about, in order of id. */
  readonly agencyIds: readonly string[];
  /** One sentence, without names of persons or counts of encounters. */
  readonly message: string;
}

const NAMED_MAX = 4;

/** Agencies in a sentence: the first few by id, and how many more. */
export function named(agencyIds: readonly string[]): string {
  const more = agencyIds.length - NAMED_MAX;
  return more <= 0 ? agencyIds.join(', ') : `${agencyIds.slice(0, NAMED_MAX).join(', ')} and ${more} more`;
}

/** Ids of agencies, in order: who was named first is no part of a judgement. */
export function idsOf(agencies: readonly { readonly agencyId: string }[]): readonly string[] {
  return agencies.map(({ agencyId }) => agencyId).toSorted();
}
