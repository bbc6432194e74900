import type { DisplayedCounts } from '../table/index.js';

import type { Interval } from './interval.js';
import { wilson } from './wilson.js';

/** A displayed numerator and denominator, each with the variance protection added to it. */
export type NoisyProportion = DisplayedCounts;

/** A proportion from displayed counts, with its interval and the trials that interval is worth. */
export interface ProportionEstimate {
  readonly proportion: number;
  readonly effectiveTrials: number;
  readonly interval: Interval;
}

/**
 * How many exact trials the noisy counts are worth.
 *
 * Noise in both counts adds (Vx + p^2 Vn) / n^2 to the variance of the proportion; the trials are scaled down so that
 * p(1 - p) / n_eff is the sum. With equal variances V this is the published n / (1 + V (1 + p^2) / (n p (1 - p))), p
 * being Agresti and Coull's (x + 2) / (n + 4) so that it is never 0 or 1. Without noise it is n.
 *
 * Source: disclosure policy, section 2.8.
 */
export function effectiveTrials({ events, trials, eventsVariance, trialsVariance }: NoisyProportion): number {
  const centred = (events + 2) / (trials + 4);
  const noise = eventsVariance + centred ** 2 * trialsVariance;
  return trials / (1 + noise / (trials * centred * (1 - centred)));
}

/**
 * A proportion of displayed counts with its Wilson interval at the effective number of trials.
 *
 * Noise can lift the numerator over the denominator; it is clamped before any formula.
 *
 * @returns null without trials.
 */
export function noisyProportion(counts: NoisyProportion): ProportionEstimate | null {
  if (counts.trials <= 0) return null;

  const events = Math.min(counts.events, counts.trials);
  const proportion = events / counts.trials;
  const trials = effectiveTrials({ ...counts, events });
  const interval = wilson({ proportion, trials });
  return interval === null ? null : { proportion, effectiveTrials: trials, interval };
}
