import { fitOver, isOfBlocks, termsOf } from './maths/blocks.js';
import type { Blocks } from './maths/blocks.js';
import { cornersOf } from './maths/corners.js';
import { hitsOf, isHarmless, sentence } from './maths/guess.js';
import type { Clue } from './maths/guess.js';
import { estimateOfHidden } from './maths/least-squares.js';
import type { Fit } from './maths/least-squares.js';
import { rounded } from './score.js';
import type { Score, View } from './score.js';
import { cellName } from './world/crawl.js';
import { everyLevel, everyOwnLevel } from './world/levels.js';
import type { LevelCrawl, Sighting } from './world/levels.js';
import type { World } from './world/open-world.js';
import { BLOCKS_OF_TIME, CLASSES } from './world/region.js';

const LEVELS: LevelCrawl = {
  dimensions: ['SHIFT', 'AGE_BAND', 'GENDER'],
  orderMax: 2,
  placeAxes: [null],
  grains: ['YEARS', 'YEAR', 'QUARTER'],
};
const OWN = 'north-1';
const SEEN = 'north-2';
const ADVANTAGE_MUST_BREAK = 0.1;

/** What is left without the own rows: the town that is seen, and those no pool tells apart. */
const BLOCKS: Blocks = {
  places: [[SEEN], ...CLASSES.slice(1)],
  times: BLOCKS_OF_TIME,
  corners: cornersOf(LEVELS.dimensions, LEVELS.orderMax),
};

/**
 * A7, at every level: an agency takes its own rows out of its county, its peer group and the region, in quarters, years and
 * years together, and lays the tables of the one partner it sees beside the rest.
 */
export async function levelMixing(world: World): Promise<Score> {
  const views = await mixed(world);
  const hits = views.map(({ clues }) => hitsOf(clues));
  const best = hits.reduce((one, other) => (other.advantage > one.advantage ? other : one));
  return {
    id: 'A7 levels',
    score: rounded(best.advantage),
    baseline: 0,
    passes: hits.every(isHarmless) && best.targets > 0,
    breaks: best.advantage >= ADVANTAGE_MUST_BREAK,
    finding: views.map(({ name, clues }) => `${name}: ${sentence(hitsOf(clues))}`).join('; '),
    views,
  };
}

async function mixed(world: World): Promise<readonly View[]> {
  const role = `analyst of ${OWN}` as const;
  const own = await everyOwnLevel(world, role, LEVELS);
  const pools = await everyLevel(world, role, { ...LEVELS, placeAxes: [null, 'COUNTY', 'PEER_GROUP'] });
  const partner = await everyLevel(world, role, { ...LEVELS, where: { AGENCY: [SEEN] } });

  const ownCounts = new Map(own.map((one) => [nameOf(one), one.value ?? 0]));
  const rest = pools
    .filter(({ value }) => value !== null)
    .map((pool) => withoutOwn(pool, ownCounts.get(nameOf(pool)) ?? 0));
  const fit = fitOver(BLOCKS, [...rest, ...partner]);

  const cells = partner.filter((one) => isOfBlocks(BLOCKS, one));
  const hidden = cells.filter(({ value }) => value === null);
  const unseen = CLASSES.slice(1).flatMap((place) =>
    place.flatMap((id) => cells.map((cell) => clueOfOne(world, { ...cell, agencies: place }, id, fit))),
  );
  return [
    { name: 'the partner that is seen', clues: hidden.map((cell) => clueOf(world, cell, fit)) },
    { name: 'the towns that are not', clues: unseen },
  ];
}

function nameOf({ nodes, time }: Sighting): string {
  return `${time} ${cellName(nodes)}`;
}

function withoutOwn(pool: Sighting, count: number): Sighting {
  const { agencies, value } = pool;
  if (!agencies.includes(OWN)) return pool;
  return { ...pool, agencies: agencies.filter((id) => id !== OWN), value: (value ?? 0) - count };
}

function clueOf(world: World, { nodes, agencies, time }: Sighting, fit: Fit): Clue {
  return {
    name: `${agencies.join('+')} ${time} ${cellName(nodes)}`,
    truth: world.truth.count({ period: time, nodes, agencies }),
    estimates: [estimateOfHidden(fit, termsOf(BLOCKS, { nodes, agencies, time }))],
  };
}

/** One of several towns that are only seen together: the share of the sum its size makes one expect. */
function clueOfOne({ places, truth }: World, { nodes, agencies, time }: Sighting, id: string, fit: Fit): Clue {
  const sizeOf = (town: string): number => places.find((place) => place.id === town)?.perQuarter ?? 0;
  const share = sizeOf(id) / agencies.reduce((sum, town) => sum + sizeOf(town), 0);
  const { value, variance } = fit.at(termsOf(BLOCKS, { nodes, agencies, time }));
  const chance = Math.max(1, value) * share * (1 - share);
  return {
    name: `${id} ${time} ${cellName(nodes)}`,
    truth: truth.count({ period: time, nodes, agencies: [id] }),
    estimates: [{ value: value * share, variance: share ** 2 * variance + chance }],
  };
}
