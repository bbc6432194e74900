import { dimensionOf } from '../../schema/catalogue/index.js';
import { KNOWN } from '../../schema/codelists/index.js';

import { slowedBy } from './a15-timing.js';
import { spokenAloud } from './a15-words.js';
import type { Score } from './score.js';
import { fieldText, filterText, rowsOf } from './world/asking.js';
import type { Question } from './world/asking.js';
import type { Role, World } from './world/open-world.js';
import { HIDDEN, TWIN_QUARTER, twins } from './world/twins.js';
import { overTheWire, withoutNumbers } from './world/wire.js';
import type { Wire } from './world/wire.js';

/** Audiences that the nine are too few for. */
const ROLES: readonly Role[] = ['researcher', 'analyst of two', 'analyst of four'];
const hidden = Object.fromEntries(Object.entries(HIDDEN).map(([code, leaf]) => [code, [leaf]]));
const lone: Question = { where: hidden, period: TWIN_QUARTER };
const field = fieldText(lone);

/** Requests about nothing but the hidden cell, and about no cell: the two regions must answer the same bytes. */
const SAME_BYTES: readonly unknown[] = [
  ...[field, `again: ${field} once: ${field}`].map(asQuery),
  asQuery(fieldText({ ...lone, measures: ['arrestRate', 'useOfForceRate'] })),
  asQuery(field.replace('rows', 'rows @skip(if: true)')),
  asQuery(field.replace('encounters', '__typename encounters @include(if: true)')),
  asQuery(`outcomes(where: ${filterText(hidden)}, period: { from: "${TWIN_QUARTER}", to: "${TWIN_QUARTER}" }) {
    ... on OutcomesTable { footnotes handle rows { vintage encounters { value status atLeast suppressedComponents noiseSd } } } }`),
  {
    query: `query ($w: OutcomesFilter) { outcomes(where: $w) { __typename } }`,
    variables: { w: { shift: ['NIGHT'] } },
  },
  [{ query: `{ ${field} }` }, { query: `{ ${field} }` }],
  ...['__schema { types { name fields { name } } }', '__type(name: "OutcomesRow") { fields { name } }'].map(asQuery),
  ...['agencies(first: 2) { totalCount pageInfo { endCursor hasNextPage } edges { cursor node { id } } }'].map(asQuery),
  ...['releases(first: 1) { totalCount pageInfo { endCursor } }', 'region { limits { tablesMax costMax } }'].map(
    asQuery,
  ),
  ...[{ period: '2031' }, { period: '2025-01' }, { where: { SHIFT: ['NOON'] } }].map((bad) => asQuery(fieldText(bad))),
  ...[{ by: ['SHIFT', 'GENDER', 'CALL_TYPE', 'AGE_BAND', 'VETERAN'] }].map((bad) => asQuery(fieldText(bad))),
  ...['nothing', 'outcomes(having: 1) { __typename }', 'outcomes(orderBy: N) { __typename }', ''].map(asQuery),
];

/** Wide tables: the same but for the numbers in them. */
const SAME_SHAPE: readonly unknown[] = [
  { by: ['SHIFT', 'GENDER'], period: TWIN_QUARTER },
  { by: ['GENDER', 'SHIFT'], period: TWIN_QUARTER, measures: ['arrestRate'] },
  { by: ['COUNTY', 'SHIFT'], where: { GENDER: ['FEMALE'] }, period: TWIN_QUARTER },
].map((question) => asQuery(fieldText(question)));

function asQuery(text: string): { readonly query: string } {
  return { query: `{ ${text} }` };
}

/**
 * A15: everything around the numbers. Two regions that differ in one hidden cell, empty or of nine, must be told apart by
 * nothing: not bytes, headers, errors, order, or time; and no process may say a count aloud.
 *
 * @param requests how many of each region are timed; none in a short run.
 */
export async function sideChannels(world: World, requests: number): Promise<Score> {
  const { empty, full } = await twins();
  try {
    const [one, other] = [await empty.weakened(world.weakening), await full.weakened(world.weakening)];
    const talker = await full.weakened(world.weakening, { LOG_LEVEL: 'debug', DEBUG: '*' });
    const said = await spokenAloud(talker);
    const findings = [
      ...said,
      ...(await differences(one, other)),
      ...(await listsFromData(one)),
      ...(await cachesThatLeak({ fresh: other, warm: talker })),
    ];
    const timed = requests === 0 ? null : await slowedBy({ one, other }, requests);
    if (timed?.isTold === true) findings.push(timed.sentence);
    return {
      id: 'A15',
      score: findings.length,
      baseline: 0,
      passes: findings.length === 0,
      breaks: said.length > 0,
      finding:
        findings[0] ??
        `two regions alike in ${ROLES.length * (SAME_BYTES.length + SAME_SHAPE.length)} answers; no count in any log` +
          (timed === null ? '' : `; ${timed.sentence}`),
    };
  } finally {
    await empty.close();
    await full.close();
  }
}

/** Answers that tell the two regions apart. */
async function differences(one: World, other: World): Promise<readonly string[]> {
  const findings: string[] = [];
  for (const role of ROLES) {
    for (const [bodies, seen] of [
      [SAME_BYTES, (wire: Wire) => wire],
      [SAME_SHAPE, withoutNumbers],
    ] as const) {
      for (const body of bodies) {
        const [first, second] = [await wireOf(one, role, body), await wireOf(other, role, body)].map(seen);
        if (JSON.stringify(first) === JSON.stringify(second)) continue;
        findings.push(`told apart by ${role}: ${JSON.stringify(body)} ${JSON.stringify([first, second])}`);
      }
    }
  }
  return findings;
}

async function wireOf({ address, tokenOf }: World, role: Role, body: unknown): Promise<Wire> {
  return overTheWire(address, { token: tokenOf(role), body });
}

/** Tables whose rows are not those of the codebook and the registry, in its order: groups must not come from the data. */
async function listsFromData(world: World): Promise<readonly string[]> {
  const codes = ['SHIFT', 'GENDER', 'CALL_TYPE'];
  const questions = [...codes, 'AGENCY'].map((axis) => ({ by: [axis], period: TWIN_QUARTER }));
  const answers = await world.ask('stateOffice', questions);
  const expected = [
    ...codes.map((code) => dimensionOf(code).tree.leavesOf(KNOWN)),
    world.places.map(({ id }) => id).toSorted(),
  ];
  return questions.flatMap(({ by: [axis = ''] }, index) => {
    const listed = rowsOf(answers[index]).map(({ group }) => group[axis] ?? '');
    const known = expected[index] ?? [];
    const isWhole = JSON.stringify(listed.slice(0, known.length)) === JSON.stringify(known);
    return isWhole ? [] : [`the rows by ${axis} are ${listed.join(', ')}`];
  });
}

/** Answers that depend on who asked before: the most trusted did at one process, nobody at the other. */
async function cachesThatLeak({ fresh, warm }: { fresh: World; warm: World }): Promise<readonly string[]> {
  const questions = [
    { ...lone, where: { ...hidden, AGENCY: ['one'] } },
    { by: ['SHIFT', 'GENDER'], period: TWIN_QUARTER },
    { by: ['SHIFT', 'GENDER'], period: TWIN_QUARTER, where: { AGENCY: ['one'] } },
  ].map((question) => asQuery(fieldText(question)));
  const owned = questions.map(({ query }) => ({ query: query.replace('outcomes(', 'ownOutcomes(') }));
  for (const body of owned) await wireOf(warm, 'analyst of one', body);
  for (const role of ['stateOffice', 'operator', 'analyst of one'] as const)
    for (const body of questions) await wireOf(warm, role, body);

  const findings: string[] = [];
  for (const role of ['analyst of two', 'researcher', 'public', 'analyst of one'] as const) {
    for (const body of [...questions, ...(role === 'analyst of one' ? [] : owned)]) {
      const [before, after] = [await wireOf(fresh, role, body), await wireOf(warm, role, body)];
      if (before.body !== after.body) findings.push(`a cache told ${role}: ${JSON.stringify([before, after])}`);
    }
  }
  return findings;
}
