/** One category an encounter can fall in. A code with `parts` is a heading: only its leaves are ever recorded. */
export interface Code {
  readonly code: string;
  readonly label: string;
  readonly definition: string;
  readonly parts?: readonly Code[];
}

/** The codes of one dimension, as the field defines them, without the standard leaves every dimension shares. */
export interface Codelist {
  readonly code: string;
  readonly label: string;
  readonly definition: string;
  readonly source: string;
  readonly codes: readonly Code[];
}

/** Heading over every code the agency asked about and got an answer to: the denominator of a rate. */
export const KNOWN = 'KNOWN';
/** Asked, not known. Never in a denominator, always reported beside it. */
export const UNKNOWN = 'UNKNOWN';
/** The agency never records this. */
export const NOT_COLLECTED = 'NOT_COLLECTED';
/** Nobody was met, so there is no outcome. Only outcome dimensions have this leaf. */
export const NOT_ENGAGED = 'NOT_ENGAGED';
