import { adjustedForSeveral, inputFrom } from '../../server/estimate/index.js';
import type { SeveralInputs } from '../../server/estimate/index.js';
import type { Lens } from '../../server/table/index.js';

import { displayed } from './displayed.js';
import type { Draws } from './draws.js';
import type { Simulated } from './method.js';

/** Categories of the two confounders, such as call type and shift. */
const SIZES = [8, 3] as const;
const STRATA = 24;

/** A region in which two confounders act at once. */
interface Confounded {
  readonly encounters: number;
  /** Odds ratio of the arm. */
  readonly oddsRatio: number;
  /** How much its logarithm differs from one combination of confounders to another. */
  readonly interaction: number;
  /** Share of encounters whose outcome is not known. */
  readonly unknown: number;
}

const confounded: readonly Confounded[] = [5_000, 20_000, 100_000].flatMap((encounters) => [
  { encounters, oddsRatio: 1, interaction: 0, unknown: 0 },
  { encounters, oddsRatio: 0.5, interaction: 0, unknown: 0.15 },
  { encounters, oddsRatio: 0.5, interaction: 0.8, unknown: 0 },
]);

/** Two confounders adjusted for at once, from tables of order three. */
export const several: readonly Simulated[] = confounded.flatMap((world) => {
  const risks = risksIn(world);
  const name = nameOf(world);
  const look = (draws: Draws, lens: Lens) => adjustedForSeveral(drawnInputs(world, { draws, lens })).at(0);
  return [
    {
      method: 'difference adjusted for two',
      world: name,
      part: 0.1,
      truth: risks.arm - risks.baseline,
      nothing: world.oddsRatio === 1 ? 0 : null,
      look: (draws, lens) => flat(look(draws, lens)?.difference),
    },
    {
      method: 'ratio adjusted for two',
      world: name,
      part: 0.1,
      truth: risks.arm / risks.baseline,
      nothing: world.oddsRatio === 1 ? 1 : null,
      look: (draws, lens) => flat(look(draws, lens)?.ratio),
    },
  ];
});

function flat(found: { value: number; interval: { lower: number; upper: number } } | undefined) {
  return found === undefined ? null : { value: found.value, ...found.interval };
}

function nameOf({ encounters, oddsRatio, interaction, unknown }: Confounded): string {
  const parts = [`${encounters} in all`, `odds ratio ${oddsRatio}`];
  if (interaction > 0) parts.push('differing by both');
  if (unknown > 0) parts.push(`${100 * unknown} % unknown`);
  return parts.join(', ');
}

interface Stratum {
  readonly share: number;
  readonly sent: number;
  readonly risks: readonly [baseline: number, arm: number];
}

/** Both confounders move the risk and who is sent; the quiet calls and the day go to the arm. */
function strataOf({ oddsRatio, interaction }: Confounded): readonly Stratum[] {
  const strata = Array.from({ length: STRATA }, (_, index) => {
    const [acuity, hour] = [Math.floor(index / SIZES[1]), index % SIZES[1]];
    const risk = -2 + 0.3 * acuity + 0.4 * hour;
    const effect = Math.log(oddsRatio) + interaction * ((acuity % 2) - 0.5) * (hour - 1);
    return {
      share: (8 - acuity) * (3 - hour) * (1 + 0.3 * (acuity % 2) * hour),
      sent: logistic(-0.6 - 0.25 * acuity - 0.5 * hour),
      risks: [logistic(risk), logistic(risk + effect)] as const,
    };
  });
  const whole = strata.reduce((sum, { share }) => sum + share, 0);
  return strata.map((stratum) => ({ ...stratum, share: stratum.share / whole }));
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

function risksIn(world: Confounded): { readonly arm: number; readonly baseline: number } {
  const strata = strataOf(world);
  const mean = (arm: 0 | 1): number => strata.reduce((sum, { share, risks }) => sum + share * risks[arm], 0);
  return { baseline: mean(0), arm: mean(1) };
}

/** One look: encounters of each arm and stratum, of those with a known outcome, of those with the outcome. */
function drawnInputs(world: Confounded, { draws, lens }: { draws: Draws; lens: Lens }): SeveralInputs {
  const strata = strataOf(world);
  const shares = [0, 1].flatMap((arm) => strata.map(({ share, sent }) => share * (arm === 1 ? sent : 1 - sent)));
  const exposure = draws.multinomial(world.encounters, shares);
  const trials = exposure.map((count) => draws.binomial(count, 1 - world.unknown));
  const events = trials.map((count, cell) =>
    draws.binomial(count, strata[cell % STRATA]?.risks[cell < STRATA ? 0 : 1] ?? 0),
  );
  const margins = [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const;
  const see = (counts: readonly number[]) => displayedList(counts, { draws, lens });

  return {
    sizes: SIZES,
    exposure: see(exposure).map((sum) => inputFrom(sum, lens)),
    outcomes: margins.map((variables) => {
      const known = see(marginOf(trials, variables)).map((sum) => inputFrom(sum, lens));
      const found = see(marginOf(events, variables)).map((sum, index) => inputFrom(sum, lens, known[index]));
      return { variables, trials: known, events: found };
    }),
  };
}

function displayedList(counts: readonly number[], sight: { draws: Draws; lens: Lens }) {
  const see = displayed(Object.fromEntries(counts.map((count, index) => [`c${index}`, count])), sight);
  return counts.map((_, index) => see(`c${index}`));
}

/** Sums over arm (0), first (1) or second (2) confounder. */
function marginOf(values: readonly number[], variables: readonly number[]): readonly number[] {
  const shape = [2, ...SIZES];
  const size = variables.reduce((product, variable) => product * (shape[variable] ?? 1), 1);
  const sums = Array.from({ length: size }, () => 0);
  for (const [cell, value] of values.entries()) {
    const categories = [Math.floor(cell / STRATA), Math.floor((cell % STRATA) / SIZES[1]), cell % SIZES[1]];
    const place = variables.reduce((at, variable) => at * (shape[variable] ?? 1) + (categories[variable] ?? 0), 0);
    sums[place] = (sums[place] ?? 0) + value;
  }
  return sums;
}
