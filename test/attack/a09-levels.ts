import { fitOver, isOfBlocks, termsOf } from './maths/blocks.js';
import type { Blocks } from './maths/blocks.js';
import { cornersOf } from './maths/corners.js';
import { hitsOf, isHarmless, sentence } from './maths/guess.js';
import type { Clue } from './maths/guess.js';
import { estimateOfHidden } from './maths/least-squares.js';
import { rounded } from './score.js';
import type { Score } from './score.js';
import { cellName } from './world/crawl.js';
import { everyLevel } from './world/levels.js';
import type { LevelCrawl } from './world/levels.js';
import type { Role, World } from './world/open-world.js';
import { BLOCKS_OF_TIME, CLASSES } from './world/region.js';

const ORDER_MAX = 2;
const FEW = ['SHIFT', 'AGE_BAND', 'GENDER'];
const MORE = ['RESPONSE_MODEL', ...FEW];
const MONTHS = ['2025-10', '2025-11', '2025-12'];
const EXACT_MUST_BREAK = 0.5;

interface View {
  readonly name: string;
  readonly role: Role;
  readonly crawl: LevelCrawl;
  readonly blocks: Pick<Blocks, 'places' | 'times'>;
}

const VIEWS: readonly View[] = [
  {
    name: 'researcher, counties and peer groups',
    role: 'researcher',
    crawl: {
      ...{ dimensions: FEW, orderMax: ORDER_MAX },
      ...{ placeAxes: [null, 'COUNTY', 'PEER_GROUP'], grains: ['YEARS', 'YEAR', 'QUARTER'] },
    },
    blocks: { places: CLASSES, times: BLOCKS_OF_TIME },
  },
  {
    name: 'partner, north-2',
    role: 'analyst of north-1',
    crawl: {
      ...{ dimensions: MORE, orderMax: ORDER_MAX, where: { AGENCY: ['north-2'] } },
      ...{ placeAxes: [null], grains: ['YEARS', 'YEAR', 'QUARTER'] },
    },
    blocks: { places: [['north-2']], times: BLOCKS_OF_TIME },
  },
  {
    name: 'state office, south-3',
    role: 'stateOffice',
    crawl: {
      ...{ dimensions: MORE, orderMax: ORDER_MAX, where: { AGENCY: ['south-3'] } },
      ...{ placeAxes: [null], grains: ['YEARS', 'YEAR', 'QUARTER', 'MONTH'] },
    },
    blocks: { places: [['south-3']], times: [...BLOCKS_OF_TIME.slice(0, -1), ...MONTHS] },
  },
];

/** A9, at every level: years together, years, quarters and months, counties beside peer groups, in one least squares. */
export async function levelReconstruction(world: World): Promise<Score> {
  const all: { readonly name: string; readonly clues: readonly Clue[] }[] = [];
  for (const view of VIEWS) all.push({ name: view.name, clues: await found(world, view) });
  const hits = all.map(({ clues }) => hitsOf(clues));
  const best = hits.reduce((one, other) => (other.advantage > one.advantage ? other : one));
  return {
    id: 'A9 levels',
    score: rounded(best.exact),
    baseline: rounded(best.constant),
    passes: hits.every(isHarmless) && best.targets > 0,
    breaks: best.exact >= EXACT_MUST_BREAK,
    finding: all.map(({ name, clues }) => `${name}: ${sentence(hitsOf(clues))}`).join('; '),
    views: all,
  };
}

async function found(world: World, { role, crawl, blocks }: View): Promise<readonly Clue[]> {
  const corners = cornersOf(crawl.dimensions, crawl.orderMax);
  const whole = { ...blocks, corners };
  const sightings = await everyLevel(world, role, crawl);
  const fit = fitOver(whole, sightings);
  return sightings
    .filter((one) => one.value === null && isOfBlocks(whole, one))
    .map(({ nodes, agencies, time }) => ({
      name: `${agencies.join('+')} ${time} ${cellName(nodes)}`,
      truth: world.truth.count({ period: time, nodes, agencies }),
      estimates: [estimateOfHidden(fit, termsOf(whole, { nodes, agencies, time }))],
    }));
}
