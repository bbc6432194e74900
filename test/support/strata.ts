import type { NoisyProportion } from '../../server/estimate/proportion.js';
import type { Stratum } from '../../server/estimate/stratified/strata.js';

/** Events of trials, each with the same variance of noise. */
export function proportionOf(events: number, trials: number, variance = 0): NoisyProportion {
  return { events, trials, eventsVariance: variance, trialsVariance: variance };
}

/** Strata of exact counts as textbooks print them: arm events and non-events, baseline events and non-events. */
export function strataOf(tables: readonly (readonly number[])[], variance = 0): readonly Stratum[] {
  return tables.map(([a = 0, b = 0, c = 0, d = 0]) => ({
    arm: proportionOf(a, a + b, variance),
    baseline: proportionOf(c, c + d, variance),
  }));
}

/** Admissions to Berkeley in autumn 1973, men against women, by department. Source: R `UCBAdmissions`; Bickel et al. 1975. */
export const BERKELEY = [
  [512, 313, 89, 19],
  [353, 207, 17, 8],
  [120, 205, 202, 391],
  [138, 279, 131, 244],
  [53, 138, 94, 299],
  [22, 351, 24, 317],
];

/** Kidney stones removed by open surgery against through the skin: small stones, large stones. Source: Charig et al. 1986. */
export const KIDNEY_STONES = [
  [81, 6, 234, 36],
  [192, 71, 55, 25],
];
