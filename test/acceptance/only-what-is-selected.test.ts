import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ask } from '../support/ask.js';
import { publicReader } from '../support/people.js';
import type { ServedHouse } from '../support/served.js';
import { smallRegion } from '../support/small-region.js';

let place: ServedHouse;
let token: string;

beforeAll(async () => {
  place = await smallRegion();
  token = await place.tokenFor(publicReader);
});

afterAll(async () => {
  await place.close();
});

/** To the public, one measure by response model is refused and another is not: the answer tells which were computed. */
const FINE = 'arrestRate { status }';
const BEYOND = 'consultBeforeArrivalRate { status }';

const outcomes = (selection: string, rest = ''): string =>
  `query ($yes: Boolean = true) { outcomes(by: [RESPONSE_MODEL]) { __typename @include(if: $yes) ${selection} } } ${rest}`;

describe('a measure is computed when it is selected, and only then', () => {
  it.each([
    { name: 'plainly', query: outcomes(`... on OutcomesTable { rows { ${BEYOND} } }`) },
    { name: 'under an alias', query: outcomes(`... on OutcomesTable { r: rows { a: ${BEYOND} } }`) },
    {
      name: 'in a second mention of the rows',
      query: outcomes(`... on OutcomesTable { rows { ${FINE} } r: rows { ${BEYOND} } }`),
    },
    {
      name: 'through nested fragments',
      query: outcomes(
        '...t',
        `fragment t on OutcomesResult { ... on OutcomesTable { rows { ...m } } } fragment m on OutcomesRow { ... { ${BEYOND} } }`,
      ),
    },
    {
      name: 'by @include',
      query: outcomes(`... on OutcomesTable { rows { ${FINE} ${BEYOND.replace(' {', ' @include(if: $yes) {')} } }`),
    },
  ])('selected $name', async ({ query }) => {
    expect((await ask(place.address, query, { token })).data).toMatchObject({ outcomes: { __typename: 'Refusal' } });
  });

  it.each([
    { name: 'not at all', query: outcomes(`... on OutcomesTable { rows { ${FINE} } }`) },
    {
      name: 'but skipped',
      query: outcomes(`... on OutcomesTable { rows { ${FINE} ${BEYOND.replace(' {', ' @skip(if: $yes) {')} } }`),
    },
    {
      name: 'in a fragment that is skipped',
      query: outcomes(
        `... on OutcomesTable { rows { ${FINE} ...m @skip(if: $yes) } }`,
        `fragment m on OutcomesRow { ${BEYOND} }`,
      ),
    },
    {
      name: 'below rows that are not included',
      query: outcomes(`... on OutcomesTable { handle r: rows @skip(if: $yes) { ${BEYOND} } }`),
    },
  ])('selected $name', async ({ query }) => {
    expect((await ask(place.address, query, { token })).data).toMatchObject({
      outcomes: { __typename: 'OutcomesTable' },
    });
  });
});
