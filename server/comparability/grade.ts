import type { Difference } from '../../schema/catalogue/index.js';

/**
 * Whether the numbers of agencies may be laid side by side.
 *
 * COMPARABLE: no difference that matters is known. WITH_CAUTION: one is. UNDECLARED: somebody never said, so a worse one
 * may be hidden. NOT_COMPARABLE: the numbers are not of the same thing.
 */
export type Grade = 'COMPARABLE' | 'WITH_CAUTION' | 'UNDECLARED' | 'NOT_COMPARABLE';

const FROM_BEST: readonly Grade[] = ['COMPARABLE', 'WITH_CAUTION', 'UNDECLARED', 'NOT_COMPARABLE'];

/** The grade a difference in definition gives. */
export const GRADE_OF: Readonly<Record<Difference, Grade>> = {
  MINOR: 'COMPARABLE',
  MAJOR: 'WITH_CAUTION',
  BREAKING: 'NOT_COMPARABLE',
};

/** The worst of some grades; without any, nothing speaks against a comparison. */
export function worstOf(grades: readonly Grade[]): Grade {
  return FROM_BEST.findLast((grade) => grades.includes(grade)) ?? 'COMPARABLE';
}
