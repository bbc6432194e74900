import { isWithinTime } from './world/levels.js';
import { NOISE_VARIANCE } from './maths/guess.js';
import { leastSquares } from './maths/least-squares.js';
import type { Observation } from './maths/least-squares.js';
import { rounded, share } from './score.js';
import type { Score } from './score.js';
import { rowsOf } from './world/asking.js';
import type { Row } from './world/asking.js';
import { leavesOf, subsetsOf } from './world/crawl.js';
import { VARIED } from './world/latent-classes.js';
import type { World } from './world/open-world.js';
import { YEARS_TOGETHER, quartersOf } from './world/region.js';
import type { Place } from './world/region.js';

const PLACE_AXES = ['AGENCY', 'COUNTY', 'PEER_GROUP', 'STATE'];
const GRAINS = ['YEARS', 'YEAR', 'QUARTER'];
/** Partitions into more parts are hardly ever shown whole. */
const PARTS_MAX = 24;
/** Totals of at most so many encounters are attacked. */
const TOTAL_MAX = 400;
const ERROR_MIN = 0.8;
const EXACT_MAX = 0.45;
const EXACT_MUST_BREAK = 0.85;

/** A total: some agencies in some quarters. */
interface Total {
  readonly agencies: readonly string[];
  readonly time: string;
}

/** A3, at every level: partitions of agencies, counties, peer groups and the state, by quarter, year and span, in one least squares. */
export async function levelPartitions(world: World): Promise<Score> {
  const quarters = [...new Set(world.places.flatMap(quartersOf))];
  const atoms = world.places.flatMap(({ id }) => quarters.map((time) => ({ agencies: [id], time })));
  const { totals, observations } = await seenBy(world, atoms);
  const fit = leastSquares(atoms.length, observations);

  let [exact, whole, square] = [0, 0, 0];
  for (const total of totals) {
    const truth = world.truth.count({ period: total.time, agencies: total.agencies, nodes: {} });
    if (truth > TOTAL_MAX) continue;
    const { value, variance } = fit.at(termsOf(total, atoms));
    whole += 1;
    if (Math.round(value) === truth) exact += 1;
    square += (value - truth) ** 2 / variance;
  }
  const [hit, error] = [share(exact, whole), Math.sqrt(share(square, whole))];
  return {
    id: 'A3 levels',
    score: rounded(hit),
    baseline: EXACT_MAX,
    passes: hit <= EXACT_MAX && error >= ERROR_MIN && whole > 0,
    breaks: hit >= EXACT_MUST_BREAK,
    finding: `${exact} of ${whole} totals exact, error ${rounded(error)} times what independent draws leave`,
  };
}

/** Every total there is, and each sum over a partition of it that is shown whole. */
async function seenBy(
  world: World,
  atoms: readonly Total[],
): Promise<{ readonly totals: readonly Total[]; readonly observations: readonly Observation[] }> {
  const partitions = subsetsOf(VARIED, 2).filter((axes) => partsOf(axes) <= PARTS_MAX);
  const layouts = PLACE_AXES.flatMap((place) =>
    GRAINS.flatMap((grain) => partitions.map((axes) => ({ by: [place, grain, ...axes], axes }))),
  );
  const answers = await world.ask(
    'stateOffice',
    layouts.map(({ by, axes }) => ({
      by,
      where: Object.fromEntries(axes.map((code) => [code, leavesOf(code)])),
      period: YEARS_TOGETHER,
    })),
  );
  const totals = new Map<string, Total>();
  const observations = layouts.flatMap(({ by: [place = '', grain = ''], axes }, index) =>
    [...byTotal(rowsOf(answers[index]), [place, grain])].flatMap(([name, rows]) => {
      const group: Row['group'] = rows[0]?.group ?? {};
      const total = { agencies: agenciesIn(world.places, place, group[place]), time: group[grain] ?? '' };
      totals.set(name, total);
      const shown = rows.flatMap(({ encounters: { value } }) => value ?? []);
      if (shown.length < partsOf(axes)) return [];
      const value = shown.reduce((sum, part) => sum + part, 0);
      return [{ terms: termsOf(total, atoms), value, variance: shown.length * NOISE_VARIANCE }];
    }),
  );
  return { totals: [...totals.values()], observations };
}

function byTotal(rows: readonly Row[], axes: readonly string[]): ReadonlyMap<string, readonly Row[]> {
  const totals = new Map<string, Row[]>();
  for (const row of rows) {
    const name = axes.map((axis) => `${axis} ${row.group[axis]}`).join(' ');
    totals.set(name, [...(totals.get(name) ?? []), row]);
  }
  return totals;
}

function agenciesIn(places: readonly Place[], axis: string, node: string | undefined): readonly string[] {
  const nodeOf = { AGENCY: 'id', COUNTY: 'county', PEER_GROUP: 'peers' } as const;
  const key = axis in nodeOf ? nodeOf[axis as keyof typeof nodeOf] : null;
  return places.filter((place) => key === null || place[key] === node).map(({ id }) => id);
}

function termsOf({ agencies, time }: Total, atoms: readonly Total[]): ReadonlyMap<number, number> {
  return new Map(
    atoms.flatMap((atom, index) =>
      agencies.includes(atom.agencies[0] ?? '') && isWithinTime(atom.time, time) ? [[index, 1] as const] : [],
    ),
  );
}

function partsOf(axes: readonly string[]): number {
  return axes.reduce((product, code) => product * leavesOf(code).length, 1);
}
