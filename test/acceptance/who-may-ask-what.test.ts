import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType } from 'graphql';

import type { TokenHolder } from '../../schema/records/index.js';
import { buildHouseSchema } from '../../server/graphql/index.js';
import { ask } from '../support/ask.js';
import type { HttpAnswer } from '../support/ask.js';
import { analystOf, operator, publicReader, researcher, stateOfficeOf, stewardOf } from '../support/people.js';
import type { ServedHouse } from '../support/served.js';
import { smallRegion } from '../support/small-region.js';
import { wholeSelection } from '../support/whole-selection.js';

const people: Readonly<Record<string, TokenHolder>> = {
  PUBLIC: publicReader,
  RESEARCHER: researcher,
  STATE_OFFICE: stateOfficeOf('WA'),
  ANALYST: analystOf('north-pd'),
  STEWARD: stewardOf('north-pd'),
  OPERATOR: operator,
};
const nobodyElse = { PUBLIC: 'FORBIDDEN', RESEARCHER: 'FORBIDDEN', STATE_OFFICE: 'FORBIDDEN' };
const everybody = { PUBLIC: 'ok', RESEARCHER: 'ok', STATE_OFFICE: 'ok', ANALYST: 'ok', STEWARD: 'ok', OPERATOR: 'ok' };
const operatorOnly = { ...everybody, ...nobodyElse, ANALYST: 'FORBIDDEN', STEWARD: 'FORBIDDEN' };
const notOwn = 'NOT_OWN_AGENCY';
const noAgency = 'AGENCY_LEVEL_NOT_ALLOWED';
const tooEarly = 'TOO_FEW_QUARTERS';

/** What each audience gets for each field of the API. A field that is not in here fails the test below. */
const expected: Readonly<
  Record<string, { args?: string; leavesOut?: readonly string[]; gets: Readonly<Record<string, string>> }>
> = {
  viewer: { gets: everybody },
  region: { gets: everybody },
  codebook: { gets: everybody },
  agencies: { args: '(first: 2)', gets: everybody },
  programs: { args: '(first: 2)', gets: everybody },
  releases: { args: '(first: 2)', gets: everybody },
  submissions: { args: '(first: 2)', gets: { ...everybody, ...nobodyElse } },
  // Everything at once is beyond the public: three measures pair the response model with something that is no outcome.
  outcomes: { args: '(by: [RESPONSE_MODEL])', gets: { ...everybody, PUBLIC: 'ORDER_NOT_ALLOWED' } },
  // Every rate with every stratum costs more than one request may: test/acceptance/do-co-responders-arrest-less.test.ts.
  compare: {
    leavesOut: ['AdjustedComparison', 'FittedComparison'],
    gets: { ...everybody, PUBLIC: 'ORDER_NOT_ALLOWED' },
  },
  wouldAnswer: { args: '(by: [RESPONSE_MODEL], measures: [arrestRate])', gets: everybody },
  trend: { args: '(measures: [ARREST_RATE])', gets: everybody },
  peers: { args: '(measure: ARREST_RATE)', gets: everybody },
  // The programs of this region are older than its data.
  impact: {
    args: '(program: "north-pd:co-responder", measures: [ARREST_RATE])',
    gets: {
      PUBLIC: noAgency,
      RESEARCHER: noAgency,
      OPERATOR: noAgency,
      STATE_OFFICE: tooEarly,
      ANALYST: tooEarly,
      STEWARD: tooEarly,
    },
  },
  comparability: { args: '(measure: arrestRate)', gets: everybody },
  // Each shift by response model restricts two dimensions, which the public may not.
  reach: {
    args: '(program: "north-pd:co-responder", area: STATE)',
    gets: { ...everybody, PUBLIC: 'ORDER_NOT_ALLOWED' },
  },
  declareMeasure: {
    args: '(declaration: { agency: "north-pd", measure: arrestRate, validFrom: "2025-01", reason: "a", points: [{ point: ARREST_CITATIONS, value: "NO" }] })',
    gets: { ...everybody, ...nobodyElse, ANALYST: 'FORBIDDEN', OPERATOR: 'FORBIDDEN' },
  },
  ownOutcomes: {
    gets: { ...everybody, PUBLIC: notOwn, RESEARCHER: notOwn, STATE_OFFICE: notOwn, OPERATOR: notOwn },
  },
  ownTableToShare: {
    args: '(period: { from: "2025", to: "2025" }, by: [RESPONSE_MODEL])',
    gets: { ...everybody, PUBLIC: notOwn, RESEARCHER: notOwn, STATE_OFFICE: notOwn, OPERATOR: notOwn },
  },
  acceptSubmission: { args: '(id: "SUBMISSION")', gets: { ...everybody, ...nobodyElse, ANALYST: 'FORBIDDEN' } },
  withdrawSubmission: { args: '(id: "SUBMISSION")', gets: { ...everybody, ...nobodyElse, ANALYST: 'FORBIDDEN' } },
  draftRelease: { args: '(throughMonth: "2025-12")', gets: operatorOnly },
  publishRelease: { args: '(draft: "none")', gets: { ...operatorOnly, OPERATOR: 'NOT_FOUND' } },
  eraseEncounters: {
    args: '(agency: "north-pd", encounters: ["00000000000000000000000000000000"])',
    gets: { ...everybody, ...nobodyElse, ANALYST: 'FORBIDDEN', OPERATOR: 'FORBIDDEN' },
  },
  ledger: { args: '(first: 2)', gets: { ...everybody, ...nobodyElse } },
  ledgerAlerts: { gets: { ...everybody, ...nobodyElse } },
  ledgerCheck: { gets: operatorOnly },
  replayQuestion: { args: '(id: "1")', gets: operatorOnly },
  agreements: { args: '(first: 2)', gets: { ...everybody, ...nobodyElse } },
  changeAgreement: { args: '(granting: "north-pd", asking: "south-pd", isGranted: true)', gets: operatorOnly },
  peerGroups: { gets: everybody },
  peerGroupChanges: { args: '(first: 2)', gets: everybody },
  replacePeerGroups: { args: '(groups: [], reason: "None fits.")', gets: operatorOnly },
  registerAgency: {
    args: '(agency: { id: "new-pd", name: "A", kind: SHERIFF, county: "WA/King" })',
    gets: operatorOnly,
  },
  registerProgram: {
    args: '(program: { agency: "south-pd", name: "A", responseModel: CIT, startedOn: "2024-01-01", hours: "h", area: "a" })',
    gets: operatorOnly,
  },
  issueToken: { args: '(to: { name: "A", audience: PUBLIC })', gets: operatorOnly },
};

const schema = buildHouseSchema();
const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((root) =>
  Object.values(root?.getFields() ?? {}).map((field) => ({
    field: field.name,
    operation: root?.name === 'Mutation' ? 'mutation' : 'query',
    type: getNamedType(field.type),
  })),
);

let place: ServedHouse;
let submission: string;
const tokens = new Map<string, string>();

beforeAll(async () => {
  place = await smallRegion();
  submission = (await place.house.store.submissions.list('north-pd', { first: 1, after: null }))[0]?.id ?? '';
  for (const [audience, holder] of Object.entries(people)) tokens.set(audience, await place.tokenFor(holder));
});

afterAll(async () => {
  await place.close();
});

function questionOf({ field, operation, type }: (typeof fields)[number]): string {
  const args = (expected[field]?.args ?? '').replace('SUBMISSION', submission);
  return `${operation} { ${field}${args} ${wholeSelection(type, expected[field]?.leavesOut)} }`;
}

/** `ok`, the reason of a refusal, or the code of an error. */
function outcomeOf({ data, errors }: HttpAnswer, field: string): string {
  if (errors !== undefined) return errors.map(({ extensions }) => extensions.code).join();
  const { __typename: type, reason } = data?.[field] as { __typename?: string; reason?: string };
  return type === 'Refusal' ? (reason ?? '') : 'ok';
}

describe('who may ask what', () => {
  it('is said in this table for every field there is', () => {
    expect(Object.keys(expected).toSorted()).toEqual(fields.map(({ field }) => field).toSorted());
  });

  const cases = fields.flatMap((field) => Object.keys(people).map((audience) => ({ ...field, audience })));
  it.each(cases)('$audience asks everything of $field', async ({ audience, ...asked }) => {
    const answer = await ask(place.address, questionOf(asked), { token: tokens.get(audience) ?? null });
    expect(outcomeOf(answer, asked.field)).toBe(expected[asked.field]?.gets[audience]);
  });

  it.each(fields)('nobody gets $field without a token', async (asked) => {
    expect(await ask(place.address, questionOf(asked), { token: null })).toMatchObject({
      status: 401,
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('a token nobody issued opens nothing', async () => {
    const forged = `hw_${'A'.repeat(43)}`;
    expect(await ask(place.address, '{ viewer { name } }', { token: forged })).toMatchObject({ status: 401 });
  });

  it('row counts of a submission are for the people of its agency', async () => {
    const query = '{ submissions { edges { node { agency { id } rowsAccepted rowsRejected } } } }';
    const ofSteward = await ask(place.address, query, { token: tokens.get('STEWARD') ?? null });
    const ofOperator = await ask(place.address, query, { token: tokens.get('OPERATOR') ?? null });

    expect(ofSteward.data).toEqual({
      submissions: { edges: [{ node: { agency: { id: 'north-pd' }, rowsAccepted: 800, rowsRejected: 0 } }] },
    });
    expect(JSON.stringify(ofOperator.data)).not.toContain('800');
  });
});
