/** How an agency settles one point of a definition: a code of the catalogue, or the name of its own document. */
export interface DeclaredPoint {
  readonly point: string;
  readonly value: string;
}

/**
 * What a steward declared an agency's numbers of a measure to mean. Declarations are added, never changed.
 *
 * In a month, a point is as the declaration with the latest `validFrom` up to it says; of two with the same, the later.
 */
export interface Declaration {
  /** Number in the order of time. */
  readonly id: string;
  readonly agencyId: string;
  /** Code of the measure it was declared for; points shared with other measures hold for them too. */
  readonly measure: string;
  /** First month it is true of, `2024-07`. */
  readonly validFrom: string;
  /** Why it is so, or what changed, in the steward's words. */
  readonly reason: string;
  readonly points: readonly DeclaredPoint[];
  readonly declaredAt: Date;
  /** Id of the token holder. */
  readonly declaredBy: string;
}
