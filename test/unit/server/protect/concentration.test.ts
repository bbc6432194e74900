import { describe, expect, it } from '@jest/globals';

import { lenses, protect } from '../../../../server/protect/index.js';
import { RECORD_CLASSES, RawTable, cellOf } from '../../../../server/table/index.js';
import type { Cell, GeographyLevel, PersonCount } from '../../../../server/table/index.js';
import { TEST_SECRETS } from '../../../support/house.js';

/** A cell of these persons, by how many encounters each has. */
function statusOf(
  encounters: readonly number[],
  { level = 'REGION', tells = true, keySets = 1 }: { level?: GeographyLevel; tells?: boolean; keySets?: number } = {},
): string {
  const cell: Cell = cellOf({ geography: { level, id: 'a', agencyIds: ['a'] }, time: '2025', nodes: [] });
  const n = encounters.reduce((sum, count) => sum + count, 0);
  const persons: PersonCount = {
    n: encounters.length,
    keySum: 17,
    classes: RECORD_CLASSES.map((from, index) => {
      const to = RECORD_CLASSES[index + 1] ?? Infinity;
      return encounters.filter((count) => count >= from && count < to).length;
    }),
  };
  const counts = new Map([[cell.id, { n, keySum: 4_711, persons: tells ? persons : null }]]);
  const personAgencies = new Set(tells ? ['a'] : []);
  return protect(new RawTable([cell], counts), {
    families: [],
    lens: lenses.PARTNER,
    perturbationSecret: TEST_SECRETS.perturbation,
    personAgencies,
    keySetsIn: () => keySets,
  }).cellOf(cell).status;
}

const once = (count: number): readonly number[] => Array.from({ length: count }, () => 1);

describe('a cell', () => {
  it.each([
    { name: 'of a hundred people', encounters: once(100), status: 'SHOWN' },
    { name: 'of one person with 45 encounters and thirty others', encounters: [45, ...once(30)], status: 'SUPPRESSED' },
    { name: 'of one person with 45 encounters among many', encounters: [45, ...once(200)], status: 'SHOWN' },
    { name: 'of four people with many encounters each', encounters: [30, 30, 30, 30], status: 'SUPPRESSED' },
    { name: 'of a person in the open class and few others', encounters: [60, ...once(40)], status: 'SUPPRESSED' },
    { name: 'of a person in the open class among many', encounters: [60, ...once(2_000)], status: 'SHOWN' },
    { name: 'of fewer persons than the threshold', encounters: [3, 3, 3], status: 'SUPPRESSED' },
    { name: 'of many encounters of a few persons', encounters: [3, 3, 3, 3, 3], status: 'SUPPRESSED' },
  ])('$name is $status', ({ encounters, status }) => {
    expect(statusOf(encounters)).toBe(status);
  });

  it('of years revised unlike takes each key of a person for a person, and is suppressed where one may be half of it', () => {
    const persons = [...once(60), 20, 20];
    expect(statusOf(persons)).toBe('SHOWN');
    expect(statusOf(persons, { keySets: 2 })).toBe('SHOWN');
    expect(statusOf([...once(40), 20, 20], { keySets: 1 })).toBe('SHOWN');
    expect(statusOf([...once(40), 20, 20], { keySets: 2 })).toBe('SUPPRESSED');
    expect(statusOf(once(16), { keySets: 1 })).toBe('SHOWN');
    expect(statusOf(once(16), { keySets: 3 })).toBe('SUPPRESSED');
  });

  it('of one agency that does not tell persons apart needs twice the threshold', () => {
    expect(statusOf(once(40), { level: 'AGENCY', tells: false })).toBe('SHOWN');
    expect(statusOf(once(15), { level: 'AGENCY', tells: false })).toBe('SUPPRESSED');
    expect(statusOf(once(40), { level: 'AGENCY' })).toBe('SHOWN');
  });
});
