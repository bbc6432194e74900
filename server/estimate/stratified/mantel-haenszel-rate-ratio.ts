import { deltaVariance } from '../delta-variance.js';
import type { PopulationCount } from '../per-population/rate-per-population.js';

import { pooledRatio } from './pooled-ratio.js';
import type { PooledEstimate } from './strata.js';

/** Both arms' counts within one category, each with the exact public population or time it was counted in. */
export interface RateStratum {
  readonly arm: PopulationCount;
  readonly baseline: PopulationCount;
}

interface Rates {
  readonly x1: number;
  readonly t1: number;
  readonly x0: number;
  readonly t0: number;
}

/**
 * Ratio of two rates per population within strata: the Mantel-Haenszel rate ratio.
 *
 * Populations are public and exact, so the noise is in the two counts of a stratum only.
 *
 * Source: Greenland & Robins (1985), Biometrics 41, 55-68; disclosure policy, section 2.8.
 *
 * @returns null when no stratum has both populations, or either arm has no events in all of them together.
 */
export function mantelHaenszelRateRatio(strata: readonly RateStratum[]): PooledEstimate | null {
  const used = strata.filter(({ arm, baseline }) => arm.population > 0 && baseline.population > 0);
  const inputs = used.flatMap(({ arm, baseline }) => [
    { value: arm.count, variance: arm.variance },
    { value: baseline.count, variance: baseline.variance },
  ]);
  const ratesAt = (values: readonly number[]): readonly Rates[] =>
    used.map(({ arm, baseline }, index) => ({
      x1: values[2 * index] ?? 0,
      t1: arm.population,
      x0: values[2 * index + 1] ?? 0,
      t0: baseline.population,
    }));
  const rates = ratesAt(inputs.map(({ value }) => value));

  return pooledRatio({
    theta: logRateRatio(rates),
    samplingVariance: variance(rates),
    perturbationVariance: deltaVariance(inputs, (values) => logRateRatio(ratesAt(values))),
  });
}

function sides(rates: readonly Rates[]): readonly [number, number] {
  return [
    rates.reduce((sum, { x1, t1, t0 }) => sum + (x1 * t0) / (t1 + t0), 0),
    rates.reduce((sum, { x0, t1, t0 }) => sum + (x0 * t1) / (t1 + t0), 0),
  ];
}

function logRateRatio(rates: readonly Rates[]): number | null {
  const [arm, baseline] = sides(rates);
  return arm > 0 && baseline > 0 ? Math.log(arm / baseline) : null;
}

function variance(rates: readonly Rates[]): number {
  const [arm, baseline] = sides(rates);
  const events = rates.reduce((sum, { x1, t1, x0, t0 }) => sum + ((x1 + x0) * t1 * t0) / (t1 + t0) ** 2, 0);
  return events / (arm * baseline);
}
