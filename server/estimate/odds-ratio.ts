import type { Interval } from './interval.js';
import { logNormalInterval } from './normal-test.js';
import type { NoisyProportion } from './proportion.js';

/**
 * Ratio of the odds of two proportions with its log-normal (Woolf) 95 % interval.
 *
 * Given beside the risk ratio because most published studies of these programs report it; for common outcomes it lies
 * further from 1 than the risk ratio does. Var ln OR = 1/a + 1/b + 1/c + 1/d, plus what protection added to each arm:
 * Vx (1/a + 1/b)^2 + Vn/b^2.
 *
 * Source: Woolf (1955), Ann. Hum. Genet. 19, 251-253; disclosure policy, section 2.8.
 *
 * @returns null when any of the four counts is zero: the odds are nothing or without end.
 * @example oddsRatio({ events: 120, trials: 500, ... }, { events: 240, trials: 700, ... }) // 0.605 (0.468 to 0.783)
 */
export function oddsRatio(
  arm: NoisyProportion,
  baseline: NoisyProportion,
): { readonly ratio: number; readonly interval: Interval } | null {
  if ([arm, baseline].some(({ events, trials }) => events <= 0 || trials - events <= 0)) return null;

  const theta = logOdds(arm) - logOdds(baseline);
  const variance = logOddsVariance(arm) + logOddsVariance(baseline);
  return { ratio: Math.exp(theta), interval: logNormalInterval({ theta, variance }) };
}

function logOdds({ events, trials }: NoisyProportion): number {
  return Math.log(events / (trials - events));
}

function logOddsVariance({ events, trials, eventsVariance, trialsVariance }: NoisyProportion): number {
  const [one, other] = [1 / events, 1 / (trials - events)];
  return one + other + eventsVariance * (one + other) ** 2 + trialsVariance * other ** 2;
}
