import { cornersOf } from './maths/corners.js';
import type { Corners, Terms } from './maths/corners.js';
import { NOISE_VARIANCE, hitsOf, isHarmless, sentence } from './maths/guess.js';
import type { Clue } from './maths/guess.js';
import { estimateOfHidden, hiddenObservation, leastSquares, nextToNothing } from './maths/least-squares.js';
import type { Observation } from './maths/least-squares.js';
import { rounded } from './score.js';
import type { Score } from './score.js';
import { cellName, crawled, crawledOwn } from './world/crawl.js';
import type { Look } from './world/crawl.js';
import type { World } from './world/open-world.js';

const DIMENSIONS = ['RESPONSE_MODEL', 'SHIFT', 'AGE_BAND', 'GENDER'];
const PERIODS = ['2024-Q1', '2025-Q3'];
const ADVANTAGE_MUST_BREAK = 0.1;

/**
 * A7: an agency takes its own exact rows out of the pool and lays the tables of its partners beside the rest.
 *
 * @param orderMax how many dimensions the tables it reads have at most.
 */
export async function roleMixing(world: World, orderMax: number): Promise<Score> {
  const clues: Clue[] = [];
  for (const period of PERIODS) clues.push(...(await mixed(world, period, orderMax)));
  const views = Array.from({ length: orderMax }, (_, index) => ({
    name: `cells of order ${index + 1}`,
    clues: clues.filter(({ name }) => name.split(' ').length === index + 1),
  }));
  const all = hitsOf(clues);
  return {
    id: 'A7',
    score: rounded(all.advantage),
    baseline: 0,
    passes: views.every((view) => isHarmless(hitsOf(view.clues))) && all.targets > 0,
    breaks: all.advantage >= ADVANTAGE_MUST_BREAK,
    finding: `${world.places.length - 1} partners, order ${orderMax}: ${sentence(all)}`,
    views: [{ name: 'all cells', clues }, ...views],
  };
}

/** What least squares over everything the first agency may read says of its partners' hidden cells. */
async function mixed(world: World, period: string, orderMax: number): Promise<readonly Clue[]> {
  const crawl = { dimensions: DIMENSIONS, orderMax, period };
  const [first, ...partners] = world.places.map(({ id }) => id);
  const role = `analyst of ${first ?? ''}` as const;
  const own = new Map((await crawledOwn(world, role, crawl)).map(({ nodes, value }) => [cellName(nodes), value ?? 0]));
  const pool = await crawled(world, role, crawl);
  const tables = await Promise.all(partners.map((id) => crawled(world, role, { ...crawl, where: { AGENCY: [id] } })));

  const corners = cornersOf(DIMENSIONS, orderMax);
  const size = corners.size * partners.length;
  const observations = [
    ...nextToNothing(size),
    ...pool.flatMap((look) => rest({ look, own, corners, blocks: partners.length })),
    ...tables.flatMap((looks, block) => looks.map((look) => partnerObservation({ look, corners, block }))),
  ];
  const fit = leastSquares(size, observations);
  return tables.flatMap((looks, block) =>
    looks
      .filter(({ value }) => value === null)
      .map(({ nodes }) => ({
        name: cellName(nodes),
        truth: world.truth.count({ period, nodes, agencies: [partners[block] ?? ''] }),
        estimates: [estimateOfHidden(fit, inBlock(corners, nodes, block))],
      })),
  );
}

/** A shown pool cell less the own rows in it: the partners together. */
function rest({
  look: { nodes, value },
  own,
  corners,
  blocks,
}: {
  look: Look;
  own: ReadonlyMap<string, number>;
  corners: Corners;
  blocks: number;
}): readonly Observation[] {
  if (value === null) return [];
  const terms = Array.from({ length: blocks }, (_, block) => [...inBlock(corners, nodes, block)]).flat();
  return [{ terms: new Map(terms), value: value - (own.get(cellName(nodes)) ?? 0), variance: NOISE_VARIANCE }];
}

function partnerObservation({
  look: { nodes, value },
  corners,
  block,
}: {
  look: Look;
  corners: Corners;
  block: number;
}): Observation {
  const terms = inBlock(corners, nodes, block);
  return value === null ? hiddenObservation(terms) : { terms, value, variance: NOISE_VARIANCE };
}

/** The corners of one partner come after those of the partners before it. */
function inBlock(corners: Corners, nodes: Look['nodes'], block: number): Terms {
  return new Map([...corners.termsOf(nodes)].map(([column, sign]) => [block * corners.size + column, sign]));
}
