import { treeOf } from '../../schema/catalogue/index.js';
import { chanceFrom } from '../../seeds/chance.js';
import { anonymisedFile, encounters } from '../support/encounters.js';
import { ask } from '../support/ask.js';
import { contribute } from '../support/people.js';

import { canonicalCover } from './maths/canonical-cover.js';
import type { Score } from './score.js';
import { rowsOf } from './world/asking.js';
import type { Question } from './world/asking.js';
import type { Role, World } from './world/open-world.js';
import { OPEN_MONTHS, QUARTERS, monthsIn } from './world/region.js';

const WINDOWS = 12;
const LATE_ROWS = 30;
/** When an agency sends an open month for the second time; the first was the day the world began. */
const LATER = new Date('2026-03-02T12:00:00Z');
const [OPEN_MONTH = '', LAST_OPEN_MONTH = ''] = OPEN_MONTHS;

/** Periods nobody may be answered for: open, partly open, future, finer than a month, or none at all. */
const UNANSWERABLE: readonly (string | readonly [string, string])[] = [
  ...[OPEN_MONTH, LAST_OPEN_MONTH, '2026-Q1', '2026', '2027', '2025-01-15', '2025-W03', '2025-Q5', '2025-13'],
  ...['2025-12-31T23:59:59-08:00', '2025-12-01', ' 2025', '2025-1', ''],
  ['2025-Q4', '2026-Q1'],
  ['2025-12', OPEN_MONTH],
  ['2025', '2026'],
  ['2025-06', '2025-01'],
];

/** Grains finer than an audience has. */
const TOO_FINE: readonly (readonly [Role, Question])[] = [
  ['researcher', { by: ['MONTH'], period: '2025' }],
  ['researcher', { period: ['2025-01', '2025-02'] }],
  ['analyst of agency-1', { by: ['MONTH'], period: '2025-Q1' }],
  ['public', { by: ['MONTH'], period: '2025' }],
  ['public', { period: '2025-01' }],
];

/** A6: ask for what is not closed, take overlapping windows apart, and watch while agencies go on submitting. */
export async function timeSlicing(world: World): Promise<Score> {
  const findings = [
    ...(await answeredAnyway(world)),
    ...(await windowsThatDisagree(world)),
    ...(await changesSeen(world)),
  ];
  const changes = findings.filter((finding) => finding.startsWith('changed')).length;
  return {
    id: 'A6',
    score: findings.length,
    baseline: 0,
    passes: findings.length === 0,
    breaks: changes > 0,
    finding: findings[0] ?? 'nothing of an open period, no change, and windows are sums of displayed periods',
  };
}

async function answeredAnyway(world: World): Promise<readonly string[]> {
  const open = UNANSWERABLE.map((period) => ({ period }));
  const asked: readonly (readonly [Role, Question])[] = [
    ...(['stateOffice', 'researcher', 'public'] as const).flatMap((role) => open.map((one) => [role, one] as const)),
    ...TOO_FINE,
  ];
  const findings: string[] = [];
  for (const [role, question] of asked) {
    const [answer] = await world.ask(role, [question]);
    if (answer?.kind === 'TABLE') findings.push(`answered ${role} ${JSON.stringify(question)}`);
  }
  return findings;
}

/** Every window is the sum of the displayed years, quarters and months it is made of. */
async function windowsThatDisagree(world: World): Promise<readonly string[]> {
  const chance = chanceFrom(`windows ${world.seed}`);
  const months = QUARTERS.flatMap(monthsIn);
  const findings: string[] = [];
  for (let window = 0; window < WINDOWS; window += 1) {
    const from = chance.below(months.length);
    const asked = months.slice(from, from + 1 + chance.below(months.length - from));
    const parts = canonicalCover(timeTree(months), new Set(asked));
    const whole: Question = { where: { SHIFT: ['DAY'] }, period: [asked.at(0) ?? '', asked.at(-1) ?? ''] };
    const answers = await world.ask('stateOffice', [whole, ...parts.map((period) => ({ ...whole, period }))]);
    const [sum, ...counts] = answers.map((answer) => rowsOf(answer)[0]?.encounters);
    const isHidden = counts.some((count) => count?.value === null);
    const expected = isHidden ? null : counts.reduce((total, count) => total + (count?.value ?? 0), 0);
    if (sum?.value !== expected)
      findings.push(`window ${asked.at(0)} to ${asked.at(-1)} reads ${sum?.value}, not ${expected}`);
  }
  return findings;
}

function timeTree(months: readonly string[]): ReturnType<typeof treeOf> {
  const years = [...new Set(months.map((month) => month.slice(0, 4)))].map((node) => ({ node, parent: '*' }));
  const quarters = QUARTERS.map((node) => ({ node, parent: node.slice(0, 4) }));
  return treeOf([
    ...years,
    ...quarters,
    ...QUARTERS.flatMap((parent) => monthsIn(parent).map((node) => ({ node, parent }))),
  ]);
}

/** Poll everything before and after an agency sends an open month again; the operator tries to publish each time. */
async function changesSeen(world: World): Promise<readonly string[]> {
  const { id: agencyId = '' } = world.places[0] ?? {};
  await publish(world);
  const before = await poll(world);
  const late = encounters(LATE_ROWS, `late ${world.address}`, OPEN_MONTH, { SHIFT: 'DAY', ENGAGEMENT: 'ENGAGED' });
  await contribute({ ...world.house, clock: { now: () => LATER } }, agencyId, anonymisedFile(late));
  await publish(world);
  const after = await poll(world);
  return [...after].filter(([name, value]) => before.get(name) !== value).map(([name]) => `changed: ${name}`);
}

async function poll(world: World): Promise<ReadonlyMap<string, number | null>> {
  const answers = await world.ask('stateOffice', [{ by: ['MONTH', 'SHIFT'] }, { by: ['QUARTER', 'SHIFT'] }]);
  return new Map(
    answers.flatMap(rowsOf).map(({ group, encounters: { value } }) => [Object.values(group).join(' '), value]),
  );
}

async function publish({ address, tokenOf }: World): Promise<void> {
  const token = tokenOf('operator');
  const drafted = await ask(address, `mutation { draftRelease(throughMonth: "${LAST_OPEN_MONTH}") { id } }`, { token });
  const draft = drafted.data?.['draftRelease'] as { readonly id: string } | null | undefined;
  if (draft) await ask(address, `mutation { publishRelease(draft: "${draft.id}") { id } }`, { token });
}
