import { adjustRates } from '../../server/estimate/index.js';
import type { AdjustedComparison, Lens } from '../../server/table/index.js';

import { displayed } from './displayed.js';
import type { Draws } from './draws.js';
import type { Simulated } from './method.js';
import { shownOf } from './rates.js';

/** Strata of a confounder that moves both the risk and who is sent. */
interface StratifiedWorld {
  /** Encounters of both arms in the largest stratum. */
  readonly largest: number;
  /** Risk of the arm as a part of that with the baseline, in every stratum. */
  readonly ratio: number;
}

const WORLDS: readonly StratifiedWorld[] = [200, 1_000, 5_000].flatMap((largest) =>
  [1, 0.5].map((ratio) => ({ largest, ratio })),
);
const STRATA = [
  { size: 1, sent: 0.4, risk: 0.15 },
  { size: 0.8, sent: 0.35, risk: 0.25 },
  { size: 0.6, sent: 0.25, risk: 0.35 },
  { size: 0.5, sent: 0.2, risk: 0.4 },
  { size: 0.3, sent: 0.3, risk: 0.3 },
  { size: 0.2, sent: 0.15, risk: 0.5 },
];

/** Arms compared within strata, from the strata that are shown. */
export const stratified: readonly Simulated[] = WORLDS.flatMap((world) => {
  const name = `6 strata, largest of ${world.largest}, ratio ${world.ratio}`;
  const look = (draws: Draws, lens: Lens): AdjustedComparison => comparisonIn(world, { draws, lens });
  const isNothing = world.ratio === 1;
  return [
    {
      method: 'Mantel-Haenszel ratio',
      world: name,
      truth: world.ratio,
      nothing: isNothing ? 1 : null,
      look: (draws, lens) => shownOf(look(draws, lens).ratio),
    },
    ...(isNothing
      ? [
          {
            method: 'Mantel-Haenszel difference',
            world: name,
            truth: 0,
            nothing: 0,
            look: (draws: Draws, lens: Lens) => shownOf(look(draws, lens).difference),
          },
          {
            method: 'Mantel-Haenszel odds ratio',
            world: name,
            truth: 1,
            nothing: 1,
            look: (draws: Draws, lens: Lens) => shownOf(look(draws, lens).oddsRatio),
          },
        ]
      : []),
  ];
});

function comparisonIn({ largest, ratio }: StratifiedWorld, sight: { draws: Draws; lens: Lens }): AdjustedComparison {
  const counts = STRATA.map(({ size, sent, risk }) => {
    const [arm, baseline] = [Math.round(largest * size * sent), Math.round(largest * size * (1 - sent))];
    const events = [sight.draws.binomial(arm, risk * ratio), sight.draws.binomial(baseline, risk)];
    return { arm, baseline, armEvents: events[0] ?? 0, baselineEvents: events[1] ?? 0 };
  });
  const named = counts.flatMap((stratum, index) =>
    Object.entries(stratum).map(([name, count]) => [`${name} ${index}`, count] as const),
  );
  const whole = counts.reduce((sum, { arm }) => sum + arm, 0);
  const see = displayed({ ...Object.fromEntries(named), whole }, sight);

  return adjustRates({
    strata: counts.map((_, index) => ({
      code: String(index),
      arm: { numerator: see(`armEvents ${index}`), denominator: see(`arm ${index}`) },
      baseline: { numerator: see(`baselineEvents ${index}`), denominator: see(`baseline ${index}`) },
      standard: null,
      without: null,
      threshold: sight.lens.threshold,
    })),
    denominator: see('whole'),
  });
}
