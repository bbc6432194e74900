import { crossed } from './maths/canonical-cover.js';
import { leastDeviation } from './maths/least-deviation.js';
import { rounded, share } from './score.js';
import type { Score } from './score.js';
import { crawled, leavesOf } from './world/crawl.js';
import type { Look, Nodes } from './world/crawl.js';
import type { World } from './world/open-world.js';

const DIMENSIONS = ['RESPONSE_MODEL', 'SHIFT', 'GENDER', 'WEEKEND', 'VETERAN'];
const ORDER_MAX = 3;
/** Agencies of 60 and of 100 encounters a quarter, seen by a partner they agreed with. */
const TARGETS = ['alder', 'fir'];
const PERIODS = ['2024-Q1', '2025-Q1'];
/** Twice that of a partner: neither agency tells persons apart. */
const THRESHOLD = 22;
const GAIN_MAX = 0.1;
const PRECISION_MAX = 0.5;
const RECALL_MAX = 0.25;
const ROWS_MUST_BREAK = 0.9;

/** What a guess at every row of an agency is worth. */
interface Reconstructed {
  readonly rows: number;
  readonly guessed: number;
  readonly whole: number;
  readonly uniques: number;
  readonly uniquesClaimed: number;
  readonly uniquesRight: number;
}

/** A10: rebuild the rows of a small agency from every table up to order three, as Dinur and Nissim did. */
export async function rowReconstruction(world: World): Promise<Score> {
  const found: Reconstructed[] = [];
  for (const agency of TARGETS) for (const period of PERIODS) found.push(await rebuilt(world, agency, period));

  const total = (of: (one: Reconstructed) => number): number => found.reduce((sum, one) => sum + of(one), 0);
  const [rows, guessed] = [total((one) => one.rows), total((one) => one.guessed)].map((hit) =>
    share(
      hit,
      total((one) => one.whole),
    ),
  ) as [number, number];
  const precision = share(
    total((one) => one.uniquesRight),
    total((one) => one.uniquesClaimed),
  );
  const recall = share(
    total((one) => one.uniquesRight),
    total((one) => one.uniques),
  );
  return {
    id: 'A10',
    score: rounded(rows),
    baseline: rounded(guessed),
    passes: rows <= guessed + GAIN_MAX && precision <= PRECISION_MAX && recall <= RECALL_MAX,
    breaks: rows >= ROWS_MUST_BREAK,
    finding: `rows ${rounded(rows)}, by independence ${rounded(guessed)}; uniques: precision ${rounded(precision)}, recall ${rounded(recall)}`,
  };
}

async function rebuilt(world: World, agency: string, period: string): Promise<Reconstructed> {
  const looks = await crawled(world, 'analyst of elm', {
    ...{ dimensions: DIMENSIONS, orderMax: ORDER_MAX, period },
    where: { AGENCY: [agency] },
  });
  const cells = baseCells();
  const truth = cells.map((nodes) => world.truth.count({ period, nodes, agencies: [agency] }));
  const whole = looks.find(({ nodes }) => Object.keys(nodes).length === 0)?.value ?? 0;
  const found = await leastDeviation({
    size: cells.length,
    sums: sumsOf(looks, cells),
    zeros: [],
    threshold: THRESHOLD,
  });
  const guess = wholeNumbers(found, whole);
  const blind = wholeNumbers(independent(looks, cells, whole), whole);
  const overlap = (guessed: readonly number[]): number =>
    truth.reduce((sum, count, index) => sum + Math.min(count, guessed[index] ?? 0), 0);
  return {
    rows: overlap(guess),
    guessed: overlap(blind),
    whole: truth.reduce((sum, count) => sum + count, 0),
    uniques: truth.filter((count) => count === 1).length,
    uniquesClaimed: guess.filter((count) => count === 1).length,
    uniquesRight: guess.filter((count, index) => count === 1 && truth[index] === 1).length,
  };
}

/** Every combination of leaves of all the dimensions. */
function baseCells(): readonly Nodes[] {
  return crossed(DIMENSIONS.map((code) => leavesOf(code).map((leaf) => ({ [code]: leaf })))).map(
    (parts) => Object.assign({}, ...parts) as Nodes,
  );
}

function sumsOf(looks: readonly Look[], cells: readonly Nodes[]): Parameters<typeof leastDeviation>[0]['sums'] {
  return looks.map(({ nodes, value }) => ({
    value,
    terms: new Map(
      cells.flatMap((cell, index) =>
        Object.entries(nodes).every(([code, node]) => cell[code] === node) ? [[index, 1] as const] : [],
      ),
    ),
  }));
}

/** What each dimension alone, as displayed, makes one expect of their combinations. */
function independent(looks: readonly Look[], cells: readonly Nodes[], whole: number): readonly number[] {
  const shareOf = (code: string, leaf: string): number => {
    const of = (node: string): number =>
      looks.find(({ nodes }) => Object.keys(nodes).length === 1 && nodes[code] === node)?.value ?? THRESHOLD / 2;
    return of(leaf) / leavesOf(code).reduce((sum, node) => sum + of(node), 0);
  };
  return cells.map((cell) =>
    Object.entries(cell).reduce((product, [code, leaf]) => product * shareOf(code, leaf), whole),
  );
}

/** Whole numbers that add up to `whole`: down first, then up where most was cut off. */
function wholeNumbers(values: readonly number[], whole: number): readonly number[] {
  const floors = values.map((value) => Math.floor(value + 1e-6));
  const left = Math.max(0, whole - floors.reduce((sum, value) => sum + value, 0));
  const first = values
    .map((value, index) => ({ index, cut: value - (floors[index] ?? 0) }))
    .toSorted((one, other) => other.cut - one.cut)
    .slice(0, left);
  const raised = new Set(first.map(({ index }) => index));
  return floors.map((value, index) => (raised.has(index) ? value + 1 : value));
}
