import { dimensionOf } from '../../schema/catalogue/index.js';
import { ask } from '../support/ask.js';

import type { Score } from './score.js';
import { fieldText, rowsOf } from './world/asking.js';
import type { Question, Row } from './world/asking.js';
import type { World } from './world/open-world.js';

const DISTINCT_MUST_BREAK = 5;
const COPIES = 8;
const MONTHS = ['2025-01', '2025-03'] as const;

const cell = { SHIFT: ['DAY'], VETERAN: ['NO'] };
const plain: Question = { where: cell, period: '2025-Q1' };

/** The same encounters in other words. */
const rewritten: readonly Question[] = [
  plain,
  { where: { VETERAN: ['NO'], SHIFT: ['DAY'] }, period: '2025-Q1' },
  { where: cell, period: MONTHS },
  { where: { ...cell, STATE: ['WA'] }, period: '2025-Q1' },
  { where: { ...cell, COUNTY: ['WA/One', 'WA/Two', 'WA/Three'] }, period: '2025-Q1' },
  { where: { ...cell, CALL_TYPE: dimensionOf('CALL_TYPE').tree.leaves }, period: '2025-Q1' },
  { where: { ...cell, CALL_TYPE: dimensionOf('CALL_TYPE').tree.leaves.toReversed() }, period: '2025-Q1' },
  { where: { SHIFT: ['DAY'] }, except: { VETERAN: ['YES', 'UNKNOWN', 'NOT_COLLECTED'] }, period: '2025-Q1' },
  {
    where: { VETERAN: ['NO'] },
    except: { SHIFT: ['EVENING', 'NIGHT', 'UNKNOWN', 'NOT_COLLECTED'] },
    period: '2025-Q1',
  },
  ...Array.from({ length: COPIES }, (_, index) => ({
    where: { SHIFT: Array.from({ length: index + 2 }, () => 'DAY'), VETERAN: ['NO'] },
    period: '2025-Q1',
  })),
];

/** Tables with the cell as one of their rows. */
const laidOut: readonly Question[] = [
  { by: ['SHIFT', 'VETERAN'], period: '2025-Q1' },
  { by: ['VETERAN', 'SHIFT'], period: '2025-Q1' },
  { by: ['SHIFT', 'STATE'], where: { VETERAN: ['NO'] }, period: '2025-Q1' },
  { by: ['QUARTER', 'SHIFT', 'VETERAN'], period: ['2024-Q1', '2025-Q4'] },
  { by: ['VETERAN'], where: { SHIFT: ['DAY'] }, period: '2025-Q1', measures: ['arrestRate'] },
  { by: ['SHIFT'], where: { VETERAN: ['NO'] }, period: '2025-Q1', measures: ['coverageByShift'].slice(1) },
];

/** A1: ask for one cell in every way there is, as everybody who has the lens, of two processes: is it one number? */
export async function averaging(world: World): Promise<Score> {
  const replica = await world.replica();
  const askers = [
    [world, 'researcher'],
    [world, 'analyst of dogwood'],
    [world, 'analyst of fir'],
    [replica, 'researcher'],
  ] as const;
  const values = new Set<number | null>();
  for (const [hub, role] of askers) {
    const answers = await hub.ask(role, [...rewritten, ...laidOut]);
    for (const answer of answers) for (const row of rowsOf(answer).filter(isCell)) values.add(row.encounters.value);
    for (const value of await inOtherForms(hub)) values.add(value);
  }
  return {
    id: 'A1',
    score: values.size,
    baseline: 1,
    passes: values.size === 1 && !values.has(null),
    breaks: values.size >= DISTINCT_MUST_BREAK,
    finding: `SHIFT=DAY, VETERAN=NO, 2025-Q1 reads ${[...values].slice(0, 5).join(', ')}`,
  };
}

function isCell({ group }: Row): boolean {
  return (
    (group['SHIFT'] ?? 'DAY') === 'DAY' &&
    (group['VETERAN'] ?? 'NO') === 'NO' &&
    (group['QUARTER'] ?? '2025-Q1') === '2025-Q1'
  );
}

/** The same field under aliases, in fragments, from variables, and beside itself. */
async function inOtherForms({ address, tokenOf }: World): Promise<readonly (number | null)[]> {
  const field = fieldText(plain);
  const rows = '... on OutcomesTable { rows { encounters { value } } }';
  const forms: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    [`{ ${Array.from({ length: COPIES }, (_, index) => `copy${index}: ${field}`).join(' ')} }`, {}],
    [`query { ...Whole } fragment Whole on Query { ${field} }`, {}],
    [
      `query ($where: OutcomesFilter) { outcomes(where: $where, period: { from: "2025-Q1", to: "2025-Q1" }) { ${rows} } }`,
      { where: { shift: ['DAY'], veteran: ['NO'] } },
    ],
    [`query ($yes: Boolean!) { ${field.replace('rows', 'rows @include(if: $yes)')} }`, { yes: true }],
  ];
  const token = tokenOf('researcher');
  const answers = await Promise.all(forms.map(([text, variables]) => ask(address, text, { token, variables })));
  return answers.flatMap(({ data }) =>
    Object.values(data ?? {}).flatMap((table) =>
      ((table as { rows?: readonly Row[] }).rows ?? []).map(({ encounters }) => encounters.value),
    ),
  );
}
