import { isDeepStrictEqual } from 'node:util';

import { dimensions } from '../../schema/catalogue/index.js';
import { chanceFrom } from '../../seeds/chance.js';
import type { Chance } from '../../seeds/chance.js';
import { estimateRate, sumShown } from '../../server/estimate/index.js';
import { latticeOf, planOutcomes } from '../../server/plan/index.js';
import type { OutcomesPlan } from '../../server/plan/index.js';
import { lenses, protect } from '../../server/protect/index.js';
import { RawTable } from '../../server/table/index.js';
import { KEY_MODULUS, addUp } from '../../server/tabulate/add-up.js';
import { countPersons } from '../../server/tabulate/count-persons.js';
import type { CountRow } from '../../server/tabulate/count.sql.js';
import { groupingsOf, shapesOf } from '../../server/tabulate/table-shape.js';

import type { SplitsFound } from './a17-merge.js';

const SPLITS_EACH = 100;
const ENCOUNTERS = 120;
const PERSONS = 50;
const PARTS_MAX = 6;
const PERIOD = '2025-Q1';
/** Any secret will do: the splits are compared under one. */
const SECRET = Buffer.alloc(32, 1);
const PLACE = { agencyId: 'one', county: 'WA/One', state: 'WA' };
const LEAVES = {
  SHIFT: ['DAY', 'EVENING', 'NIGHT'],
  DISPOSITION: ['ARRESTED', 'REFERRED', 'INVOLUNTARY_HOLD'],
  ENGAGEMENT: ['ENGAGED'],
};

interface Keyed {
  readonly leaves: Readonly<Record<string, string>>;
  readonly recordKey: number;
  readonly personKey: number;
}

const plan = plannedTable();
const groupings = groupingsOf(shapesOf(plan.cells));
const axes = [...new Set(groupings.flatMap(({ columns }) => columns))];

function plannedTable(): OutcomesPlan {
  const question = {
    ...{ releaseId: null, where: { nodes: {} }, except: { nodes: {} }, by: ['SHIFT'], measures: ['arrestRate'] },
    period: { from: PERIOD, to: PERIOD },
  };
  const planned = planOutcomes(question, {
    lattice: latticeOf([PLACE], { from: '2025-01', through: '2025-03' }),
    lens: lenses.STATE,
    visibleAgencies: new Set([PLACE.agencyId]),
    verdictOn: () => 'OPEN',
    mayConcentrate: true,
  });
  if ('kind' in planned) throw new Error(planned.message);
  return planned;
}

function encountersFrom(chance: Chance): readonly Keyed[] {
  const key = (): number => chance.below(2 ** 24) * 2 ** 24 + chance.below(2 ** 24);
  const persons = Array.from({ length: PERSONS }, key);
  return Array.from({ length: ENCOUNTERS }, () => ({
    leaves: Object.fromEntries(
      Object.entries(LEAVES).map(([code, leaves]) => [code, leaves[chance.below(leaves.length)] ?? '']),
    ),
    recordKey: key(),
    personKey: persons[chance.below(PERSONS)] ?? 0,
  }));
}

/** What one store would count of its encounters: a row for every combination of leaves, as SQL gives them. */
function countedBy(encounters: readonly Keyed[]): readonly CountRow[] {
  return groupings.flatMap(({ columns }) => {
    const totalled = axes.reduce((mask, axis) => mask * 2 + (columns.includes(axis) ? 0 : 1), 0);
    const groups = new Map<string, Keyed[]>();
    for (const encounter of encounters) {
      const path = columns.map((column) => valueIn(encounter, column)).join('|');
      const known = groups.get(path);
      if (known === undefined) groups.set(path, [encounter]);
      else known.push(encounter);
    }
    return [...groups.values()].map((group) => ({
      ...Object.fromEntries(columns.map((column) => [column, valueIn(group[0], column)])),
      totalled,
      n: String(group.length),
      key_sum: String(group.reduce((sum, { recordKey }) => (sum + recordKey) % KEY_MODULUS, 0)),
      person_keys: group.map(({ personKey }) => String(personKey)),
      frequent: '0',
    }));
  });
}

const PLACED: Readonly<Record<string, string>> = { agency: PLACE.agencyId, ...PLACE, quarter: PERIOD };
const codeOf = new Map(dimensions.map(({ code, column }) => [column, code]));

function valueIn(encounter: Keyed | undefined, column: string): string {
  return PLACED[column] ?? encounter?.leaves[codeOf.get(column) ?? ''] ?? 'UNKNOWN';
}

/** Every count and rate the rows would be answered with. */
function answerFrom(rows: readonly CountRow[]): readonly unknown[] {
  const sums = addUp(groupings, axes, rows);
  const counts = [...sums].map(([id, { n, keySum, personKeys }]) => {
    return [id, { n, keySum, persons: countPersons(personKeys ?? []) }] as const;
  });
  const table = protect(new RawTable(plan.cells, new Map(counts)), {
    families: plan.families,
    lens: lenses.STATE,
    perturbationSecret: SECRET,
    keySetsIn: () => 1,
    personAgencies: new Set([PLACE.agencyId]),
  });
  return plan.rows.flatMap((row) => [
    sumShown(row.encounters, table),
    ...row.measures.map(({ parts, ...measure }) => {
      const denominator = sumShown(measure.denominator, table);
      return estimateRate({
        numerator: sumShown(parts[0] ?? [], table),
        denominator,
        unknown: sumShown(measure.unknown, table),
        notCollected: sumShown(measure.notCollected, table),
        notEngaged: null,
        threshold: table.thresholdOf(measure.denominator),
      });
    }),
  ]);
}

/** The counts of the parts, in any order. */
function scattered(encounters: readonly Keyed[], chance: Chance): readonly CountRow[] {
  const parts: Keyed[][] = Array.from({ length: 2 + chance.below(PARTS_MAX - 1) }, () => []);
  for (const encounter of encounters) parts[chance.below(parts.length)]?.push(encounter);
  return parts
    .flatMap(countedBy)
    .map((row) => ({ row, place: chance.below(2 ** 30) }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ row }) => row);
}

function splitsFrom(seed: string, splits: number): SplitsFound {
  const chance = chanceFrom(`splits ${seed}`);
  let [mismatches, shown] = [0, 0];
  let first: string | null = null;
  for (let done = 0; done < splits; done += SPLITS_EACH) {
    const encounters = encountersFrom(chance);
    const central = answerFrom(countedBy(encounters));
    shown += central.filter((value) => (value as { status: string }).status === 'SHOWN').length * SPLITS_EACH;
    for (let split = 0; split < SPLITS_EACH; split += 1) {
      const merged = answerFrom(scattered(encounters, chance));
      if (isDeepStrictEqual(merged, central)) continue;
      mismatches += 1;
      first ??= `${JSON.stringify(central)} became ${JSON.stringify(merged)}`;
    }
  }
  return { splits, mismatches, shown, first };
}

const [seed = '1', splits = '10000'] = process.argv.slice(2);
process.stdout.write(JSON.stringify(splitsFrom(seed, Number(splits))));
