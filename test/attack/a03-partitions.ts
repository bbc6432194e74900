import { NOISE_VARIANCE } from './maths/guess.js';
import { rounded, share } from './score.js';
import type { Score } from './score.js';
import { rowsOf } from './world/asking.js';
import type { Question, Row } from './world/asking.js';
import { leavesOf, subsetsOf } from './world/crawl.js';
import { VARIED } from './world/latent-classes.js';
import type { World } from './world/open-world.js';

const PERIOD = ['2025-Q1', '2025-Q4'] as const;
/** Agencies of at most 400 encounters a quarter: their totals are attacked. */
const PLACES = { AGENCY: ['alder', 'birch', 'cedar', 'fir'] };
/** Partitions into more parts are never shown whole in a total of 400. */
const PARTS_MAX = 24;
const HALVED = 'CALL_TYPE';
const ERROR_MIN = 0.8;
const EXACT_MAX = 0.45;
const EXACT_MUST_BREAK = 0.85;

/** Estimates of totals, by the name of the total, each with the number of draws in it. */
type Estimates = Map<string, { readonly value: number; readonly draws: number }[]>;

/** A3: add every partition of a total up again, and average, as Asghar and Kaafar did. */
export async function partitions(world: World): Promise<Score> {
  const estimates: Estimates = new Map();
  await addTables(world, estimates);
  await addHalves(world, estimates);

  let [exact, whole, square] = [0, 0, 0];
  for (const [name, found] of estimates) {
    const [agency = '', period = ''] = name.split(' ');
    const truth = world.truth.count({ period, agencies: [agency], nodes: {} });
    const weight = found.reduce((sum, { draws }) => sum + 1 / draws, 0);
    const mean = found.reduce((sum, { value, draws }) => sum + value / draws, 0) / weight;
    whole += 1;
    if (Math.round(mean) === truth) exact += 1;
    square += ((mean - truth) ** 2 * weight) / NOISE_VARIANCE;
  }
  const [hit, error] = [share(exact, whole), Math.sqrt(share(square, whole))];
  return {
    id: 'A3',
    score: rounded(hit),
    baseline: EXACT_MAX,
    passes: hit <= EXACT_MAX && error >= ERROR_MIN,
    breaks: hit >= EXACT_MUST_BREAK,
    finding: `${exact} of ${whole} totals exact, error ${rounded(error)} times what independent draws leave`,
  };
}

/** Sums of whole tables: by each dimension, by pairs of small ones, and by month. */
async function addTables(world: World, estimates: Estimates): Promise<void> {
  const isSmall = (axes: readonly string[]): boolean => partsOf(axes) <= PARTS_MAX;
  const layouts = subsetsOf(VARIED, 2).filter(isSmall);
  const questions = [...layouts, ['MONTH']].map((axes) => ({
    by: ['AGENCY', 'QUARTER', ...axes],
    where: PLACES,
    period: PERIOD,
  }));
  const answers = await world.ask('stateOffice', questions);
  for (const [index, { by }] of questions.entries()) {
    const axes = by.slice(2);
    const parts = axes.includes('MONTH') ? 3 : partsOf(axes);
    for (const [name, rows] of byTotal(rowsOf(answers[index]).filter(isKnown))) {
      const shown = rows.flatMap(({ encounters: { value } }) => (value === null ? [] : [value]));
      if (shown.length === parts)
        add(estimates, name, { value: shown.reduce((sum, value) => sum + value, 0), draws: parts });
    }
  }
}

/** A total cut in two, in every way: new knowledge only where either half is one draw, as its noise says. */
async function addHalves(world: World, estimates: Estimates): Promise<void> {
  const [first = '', ...others] = leavesOf(HALVED);
  const halves = subsetsOf(others, others.length - 1).map((some) => [first, ...some]);
  const questions: readonly Question[] = halves.flatMap((half) => [
    { by: ['AGENCY', 'QUARTER'], where: { ...PLACES, [HALVED]: half }, period: PERIOD },
    {
      by: ['AGENCY', 'QUARTER'],
      where: { ...PLACES, [HALVED]: leavesOf(HALVED).filter((leaf) => !half.includes(leaf)) },
      period: PERIOD,
    },
  ]);
  const answers = await world.ask('stateOffice', questions);
  for (const [index] of halves.entries()) {
    const both = [...rowsOf(answers[2 * index]), ...rowsOf(answers[2 * index + 1])];
    for (const [name, rows] of byTotal(both)) {
      const fresh = rows.filter(
        ({ encounters: { value, noiseSd } }) => value !== null && (noiseSd ?? 9) ** 2 < 2 * NOISE_VARIANCE,
      );
      const value = fresh.reduce((sum, { encounters }) => sum + (encounters.value ?? 0), 0);
      if (fresh.length === 2) add(estimates, name, { value, draws: 2 });
    }
  }
}

function partsOf(axes: readonly string[]): number {
  return axes.reduce((product, code) => product * leavesOf(code).length, 1);
}

function isKnown({ group }: Row): boolean {
  return Object.entries(group).every(([axis, node]) => !VARIED.includes(axis) || leavesOf(axis).includes(node));
}

function byTotal(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const totals = new Map<string, Row[]>();
  for (const row of rows) {
    const name = `${row.group['AGENCY'] ?? ''} ${row.group['QUARTER'] ?? ''}`;
    totals.set(name, [...(totals.get(name) ?? []), row]);
  }
  return totals;
}

function add(estimates: Estimates, name: string, estimate: { value: number; draws: number }): void {
  estimates.set(name, [...(estimates.get(name) ?? []), estimate]);
}
