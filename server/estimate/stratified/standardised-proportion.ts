import { deltaVariance } from '../delta-variance.js';
import type { NoisyInput } from '../delta-variance.js';
import type { NoisyProportion, ProportionEstimate } from '../proportion.js';
import { wilson } from '../wilson.js';

import { noisyInputs } from './strata.js';

/** One category of the standard: the proportion there, and the displayed encounters of the standard in it. */
export interface StandardProportion {
  readonly counts: NoisyProportion;
  /** `SAME` where the standard is the arm itself: then its trials are the weight, and not a second count. */
  readonly weight: NoisyInput | 'SAME';
}

/**
 * The proportion an arm would have were its encounters spread over the strata like the standard's.
 *
 * Sum of w p, w the standard's share of each stratum. Variance: sum of w^2 p (1 - p) / n, plus the generic delta term over
 * every displayed count, the standard's too. The interval is Wilson's at the trials that variance is worth, so that it
 * stays between 0 and 1; Fay and Feuer's gamma interval is for events of a public population, which this is not.
 *
 * Source: Breslow & Day (1987), Statistical Methods in Cancer Research II, chapter 2; Wilson interval at an effective size:
 * Korn & Graubard (1998), Surv. Methodol. 24, 193-201; disclosure policy, section 2.8.
 *
 * @returns null without strata, with a stratum without trials, with a standard of nothing, or when nothing varies.
 */
export function standardisedProportion(strata: readonly StandardProportion[]): ProportionEstimate | null {
  if (strata.some(({ counts }) => counts.trials <= 0)) return null;

  const inputs = strata.flatMap(({ counts, weight }) => [
    ...noisyInputs(counts),
    ...(weight === 'SAME' ? [] : [weight]),
  ]);
  const theta = (values: readonly number[]): number | null => standardised(readStrata(strata, values))?.rate ?? null;
  const found = standardised(
    readStrata(
      strata,
      inputs.map(({ value }) => value),
    ),
  );
  const perturbationVariance = deltaVariance(inputs, theta);
  if (found === null || perturbationVariance === null || !(found.variance > 0)) return null;

  const proportion = found.rate;
  const trials = (proportion * (1 - proportion)) / (found.variance + perturbationVariance);
  const interval = wilson({ proportion, trials });
  return interval === null ? null : { proportion, effectiveTrials: trials, interval };
}

interface Read {
  readonly events: number;
  readonly trials: number;
  readonly weight: number;
}

function readStrata(strata: readonly StandardProportion[], values: readonly number[]): readonly Read[] {
  let at = 0;
  return strata.map(({ weight }) => {
    const [events = 0, trials = 0, own = 0] = values.slice(at, at + 3);
    at += weight === 'SAME' ? 2 : 3;
    return { events, trials, weight: weight === 'SAME' ? trials : own };
  });
}

function standardised(strata: readonly Read[]): { readonly rate: number; readonly variance: number } | null {
  const standard = strata.reduce((sum, { weight }) => sum + weight, 0);
  if (!(standard > 0)) return null;

  const terms = strata.map(({ events, trials, weight }) => {
    const [share, rate] = [weight / standard, events / trials];
    return { rate: share * rate, variance: (share ** 2 * rate * (1 - rate)) / trials };
  });
  return {
    rate: terms.reduce((sum, term) => sum + term.rate, 0),
    variance: terms.reduce((sum, term) => sum + term.variance, 0),
  };
}
