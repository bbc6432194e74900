import type { Cell, Lens } from '../table/index.js';

/** How much higher the threshold of a single agency is that does not tell persons apart. */
export const WITHOUT_PERSONS = 2;

/**
 * Smallest noisy count of a cell a lens shows.
 *
 * Where a single agency gives no person tokens, nobody can see how few people are behind a cell. Twice the threshold
 * means that one person would need more encounters than the whole threshold to be the greater part of it.
 * Source: disclosure policy, section 2.6; docs/decisions/concentration.md.
 */
export function thresholdFor(
  { geography }: Pick<Cell, 'geography'>,
  { threshold }: Pick<Lens, 'threshold'>,
  personAgencies: ReadonlySet<string>,
): number {
  const isBlind = geography.level === 'AGENCY' && !personAgencies.has(geography.id);
  return isBlind ? WITHOUT_PERSONS * threshold : threshold;
}
