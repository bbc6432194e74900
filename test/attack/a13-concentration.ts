import type { Score } from './score.js';
import { rowsOf } from './world/asking.js';
import { cellName, crawled, familiesOf } from './world/crawl.js';
import type { Look, LookFamily } from './world/crawl.js';
import { VARIED } from './world/latent-classes.js';
import type { Role, World } from './world/open-world.js';
import { monthsIn } from './world/region.js';
import { FREQUENT } from './world/story.js';
import type { TrueCell } from './world/truth.js';

/** Fewest encounters of one person that are more than a small cell, and the part of a cell that is too much of it. */
const ENCOUNTERS_MIN = 4;
const SHARE_MAX = 0.5;
/** Dimensions whose tables are read up to three at a time. */
const DEEP = ['RESPONSE_MODEL', 'SHIFT', 'AGE_BAND', 'GENDER'];
const { agencyId, quarter } = FREQUENT;
const COUNTY = 'WA/Two';

/** A family, and which of its parts one person is the greater part of. */
interface Exposed {
  readonly family: LookFamily;
  readonly total: number | null;
  readonly concentrated: ReadonlySet<Look>;
}

/** All tables of two dimensions, and those of three of a few. */
export const TABLES = [
  { dimensions: VARIED, orderMax: 2 },
  { dimensions: DEEP, orderMax: 3 },
];
export const FEW_TABLES = [{ dimensions: DEEP, orderMax: 3 }];

/** A13: is any cell printed that one person is the greater part of, or hidden alone under a total that is shown? */
export async function concentration(world: World, tables: typeof TABLES): Promise<Score> {
  const exposed: Exposed[] = [];
  for (const role of ['stateOffice', 'analyst of elm'] as const) {
    for (const table of tables) {
      const crawl = { ...table, period: quarter, where: { AGENCY: [agencyId] } };
      exposed.push(...exposedAmong(world, await crawled(world, role, crawl)));
    }
  }
  const alongDimensions = exposed.length;
  exposed.push(...(await alongTimeAndPlace(world, exposed)));

  const printed = exposed.flatMap(({ concentrated }) => [...concentrated].filter(({ value }) => value !== null));
  const alone = exposed.filter(isAlone);
  const [worst] = printed;
  const [first] = alone;
  return {
    id: 'A13',
    score: printed.length + alone.length,
    baseline: 0,
    passes: printed.length === 0 && alone.length === 0 && alongDimensions > 0 && exposed.length > alongDimensions,
    breaks: printed.length > 0,
    finding:
      worst === undefined
        ? first === undefined
          ? `${exposed.length} families around the person, ${exposed.length - alongDimensions} of them of months and agencies: ` +
            'no cell printed, none hidden alone'
          : `hidden alone below ${first.family.parent}`
        : `printed ${worst.value} for ${cellName(worst.nodes)}`,
  };
}

/** A concentrated part that is the one hidden part of a total that is shown. */
function isAlone({ family: { parts }, total }: Exposed): boolean {
  return total !== null && parts.filter(({ value }) => value === null).length < 2;
}

function exposedAmong(world: World, looks: readonly Look[]): readonly Exposed[] {
  const byName = new Map(looks.map((look) => [cellName(look.nodes), look]));
  const concentrated = new Set(
    looks.filter(({ nodes }) => isConcentrated(world, { period: quarter, nodes, agencies: [agencyId] })),
  );
  return familiesOf(looks).flatMap((family) => {
    const inside = new Set(family.parts.filter((part) => concentrated.has(part)));
    const total = byName.get(family.parent);
    return inside.size === 0 || total === undefined ? [] : [{ family, total: total.value, concentrated: inside }];
  });
}

/** The cells found, month by month, and beside the other agency of the county. */
async function alongTimeAndPlace(world: World, found: readonly Exposed[]): Promise<readonly Exposed[]> {
  const cells = new Map(
    found.flatMap(({ concentrated }) => [...concentrated].map(({ nodes }) => [cellName(nodes), nodes] as const)),
  );
  const exposed: Exposed[] = [];
  for (const nodes of cells.values()) {
    const where = Object.fromEntries(Object.entries(nodes).map(([code, node]) => [code, [node]]));
    const [month, quarterly, agency, county] = await world.ask('stateOffice' satisfies Role, [
      { by: ['MONTH'], where: { ...where, AGENCY: [agencyId] }, period: quarter },
      { where: { ...where, AGENCY: [agencyId] }, period: quarter },
      { by: ['AGENCY'], where: { ...where, COUNTY: [COUNTY] }, period: quarter },
      { where: { ...where, COUNTY: [COUNTY] }, period: quarter },
    ]);
    const partsBy = (axis: string, answer: typeof month): readonly Look[] =>
      rowsOf(answer).map(({ group, encounters: { value } }) => ({ nodes: { [axis]: group[axis] ?? '' }, value }));
    const [months, agencies] = [partsBy('MONTH', month), partsBy('AGENCY', agency)];
    exposed.push(
      {
        family: { parent: `${cellName(nodes)}, ${quarter}`, parts: months },
        total: rowsOf(quarterly)[0]?.encounters.value ?? null,
        concentrated: new Set(
          months.filter((_, index) =>
            isConcentrated(world, { period: monthsIn(quarter)[index] ?? '', nodes, agencies: [agencyId] }),
          ),
        ),
      },
      {
        family: { parent: `${cellName(nodes)}, ${COUNTY}`, parts: agencies },
        total: rowsOf(county)[0]?.encounters.value ?? null,
        concentrated: new Set(agencies.filter(({ nodes: { AGENCY } }) => AGENCY === agencyId)),
      },
    );
  }
  return exposed.filter(({ concentrated }) => concentrated.size > 0);
}

/** Whether one person has more than half of the encounters of a cell, from the rows themselves. */
function isConcentrated(world: World, cell: TrueCell): boolean {
  const encounters = new Map<string, number>();
  const rows = world.truth.rows(cell);
  for (const { pk = '' } of rows) encounters.set(pk, (encounters.get(pk) ?? 0) + 1);
  const most = Math.max(0, ...encounters.values());
  return most >= ENCOUNTERS_MIN && most > SHARE_MAX * rows.length;
}
