/**
 * How far two agencies are apart when they count differently.
 *
 * MINOR is told and changes nothing. MAJOR asks for caution. BREAKING: their numbers are not of the same thing.
 */
export type Difference = 'MINOR' | 'MAJOR' | 'BREAKING';

/** One way an agency may count. */
export interface DefinitionValue {
  readonly code: string;
  readonly label: string;
  readonly definition: string;
}

/**
 * A point of a measure's definition that agencies are known to settle differently: each declares how it does.
 *
 * Source of the list: the field guide's comparison rule 7.
 */
export interface DefinitionPoint {
  readonly code: string;
  readonly label: string;
  /** The question an agency answers. */
  readonly definition: string;
  readonly source: string;
  /** Codes of the measures whose numbers it changes. */
  readonly measures: readonly string[];
  /** Dimensions it speaks of: it matters only where a table restricts one of them. Empty: it always matters. */
  readonly dimensions: readonly string[];
  /** What may be declared; null where agencies name a document of their own. */
  readonly values: readonly DefinitionValue[] | null;
  /** What two different values mean for a comparison. */
  readonly difference: Difference;
  /** Pairs of values that are nearer to each other than that. */
  readonly nearer?: readonly { readonly between: readonly [string, string]; readonly difference: Difference }[];
}
