import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { AnonymisedEncounter } from '../../schema/records/index.js';
import { latticeOf, planOutcomes } from '../../server/plan/index.js';
import { blockKeysFor, lenses, protect } from '../../server/protect/index.js';
import { RECORD_CLASSES } from '../../server/table/index.js';
import type { Cell, KeyedSet, PersonCount } from '../../server/table/index.js';
import { tabulate, tabulateInMemory } from '../../server/tabulate/index.js';
import { EXTRAS, PLACES, RANGE, encounterSets, questions } from '../support/arbitraries.js';
import { anonymisedFile } from '../support/encounters.js';
import { TEST_SECRETS, testHouse } from '../support/house.js';
import { contribute, onboard, release } from '../support/people.js';

/** Everything may be asked: the law is about counting, not about permission. */
const everything = {
  ...lenses.OWN,
  finestGrain: { AGENCY: 'MONTH', COUNTY: 'MONTH', STATE: 'MONTH', REGION: 'MONTH', PEER_GROUP: 'MONTH' },
} as const;

const lattice = latticeOf(PLACES, RANGE, EXTRAS);
const visibleAgencies = new Set(PLACES.map(({ agencyId }) => agencyId));
const persons = { agencyIds: visibleAgencies, frequent: [], keySetsMax: 1 };

function keysOf(agencyId: string, { encounterKey, personToken }: AnonymisedEncounter) {
  const { recordKeyOf, personKeyOf } = blockKeysFor(TEST_SECRETS.record, { agencyId, epoch: 0 });
  const recordKey = recordKeyOf(encounterKey);
  return { recordKey, personKey: personToken === null ? recordKey : personKeyOf(personToken) };
}

describe('tabulation', () => {
  it('in SQL agrees with the oracle on every cell of every question', async () => {
    let cellsCompared = 0;
    let encountersCounted = 0;
    let personsCompared = 0;
    await fc.assert(
      fc.asyncProperty(encounterSets(), fc.array(questions(), { minLength: 8, maxLength: 8 }), async (set, asked) => {
        const place = await testHouse();
        try {
          for (const { agencyId, county } of PLACES) await onboard(place.house, agencyId, county);
          for (const { agencyId } of PLACES) {
            const own = set.filter((entry) => entry.agencyId === agencyId).map(({ record }) => record);
            if (own.length > 0) await contribute(place.house, agencyId, anonymisedFile(own));
          }
          const releaseId = await release(place.house, RANGE.through);
          const given = set.map(({ agencyId, record }) => ({
            agencyId,
            month: record.month,
            leaves: record.leaves,
            ...keysOf(agencyId, record),
          }));

          for (const question of asked) {
            const plan = planOutcomes(question, {
              lattice,
              lens: everything,
              visibleAgencies,
              verdictOn: () => 'OPEN',
              mayConcentrate: true,
            });
            if ('kind' in plan) continue;
            const [bySql, byOracle] = [
              await tabulate({ cells: plan.cells, releaseId, places: PLACES, persons }, place.house.store),
              tabulateInMemory(given, plan.cells),
            ];
            const printingPersons = new Set(plan.cells.map(({ id }) => id));
            const whole = { cells: plan.cells, releaseId, places: PLACES, persons, printingPersons };
            const everyPerson = await tabulate(whole, place.house.store);
            for (const cell of plan.cells) {
              expect(everyPerson.open(cell)).toEqual(byOracle.open(cell));
              const [counted, truth] = [bySql.open(cell), byOracle.open(cell)];
              if (counted.n > 0 && counted.persons === null) {
                expect(truth.persons?.n).toBeGreaterThanOrEqual(24);
                expect(counted).toEqual({ ...truth, persons: null });
              } else expect(counted).toEqual(truth);
              personsCompared += counted.persons?.n ?? 0;
            }
            cellsCompared += plan.cells.length;
            encountersCounted += plan.cells.reduce((sum, cell) => sum + byOracle.open(cell).n, 0);
          }
        } finally {
          await place.close();
        }
      }),
      { numRuns: 8, seed: 20_261 },
    );
    expect(cellsCompared).toBeGreaterThan(1_000);
    expect(encountersCounted).toBeGreaterThan(1_000);
    expect(personsCompared).toBeGreaterThan(1_000);
  });

  it('is asked of spans of years and of peer groups too', () => {
    const cells = fc.sample(questions(), { numRuns: 200, seed: 7 }).flatMap((question) => {
      const context = {
        lattice,
        lens: everything,
        visibleAgencies,
        verdictOn: () => 'OPEN' as const,
        mayConcentrate: true,
      };
      const plan = planOutcomes(question, context);
      return 'kind' in plan ? [] : plan.cells;
    });
    expect(cells.some(({ time, geography }) => time === '2024-2025' && geography.level === 'PEER_GROUP')).toBe(true);
  });

  it('of parts, added, is tabulation of the whole: nodes merge to the central store, bit for bit', () => {
    fc.assert(
      fc.property(encounterSets(), questions(), (set, question) => {
        const plan = planOutcomes(question, {
          lattice,
          lens: everything,
          visibleAgencies,
          verdictOn: () => 'OPEN',
          mayConcentrate: true,
        });
        fc.pre(!('kind' in plan));
        const counted = set.map(({ agencyId, record }, index) => ({
          agencyId,
          month: record.month,
          leaves: record.leaves,
          recordKey: (index * 2_654_435_761 * 65_537) % 2 ** 48,
          personKey: Math.floor(index / 3),
        }));
        const whole = tabulateInMemory(counted, plan.cells);
        const parts = PLACES.map(({ agencyId }) =>
          tabulateInMemory(
            counted.filter((entry) => entry.agencyId === agencyId),
            plan.cells,
          ),
        );
        for (const cell of plan.cells) {
          const opened = parts.map((part) => part.open(cell));
          expect(whole.open(cell)).toEqual({
            ...added(opened),
            persons: whole.open(cell).n === 0 ? null : addedPersons(opened.flatMap((part) => part.persons ?? [])),
          });
        }
      }),
    );
  });
});

describe('protection', () => {
  it('gives every audience a function of the same noisy count, whatever else is in the table', () => {
    fc.assert(
      fc.property(encounterSets(), (set) => {
        const plan = planOutcomes(
          {
            releaseId: null,
            where: { nodes: {} },
            except: { nodes: {} },
            period: null,
            by: ['RESPONSE_MODEL', 'STATE'],
            measures: ['arrestRate'],
          },
          { lattice, lens: everything, visibleAgencies, verdictOn: () => 'OPEN', mayConcentrate: true },
        );
        if ('kind' in plan) throw new Error(plan.message);
        const counted = set.map(({ agencyId, record }, index) => ({
          agencyId,
          month: record.month,
          leaves: record.leaves,
          recordKey: index + 1,
          personKey: index + 1,
        }));
        const raw = tabulateInMemory(counted, plan.cells);
        const seenBy = (name: 'STATE' | 'PARTNER' | 'PUBLIC', cells: readonly Cell[]) => {
          const table = protect(tabulateInMemory(counted, cells), {
            families: [],
            lens: lenses[name],
            perturbationSecret: TEST_SECRETS.perturbation,
            personAgencies: visibleAgencies,
            keySetsIn: () => 1,
          });
          return cells.map((cell) => table.cellOf(cell));
        };
        const [state, partner] = [seenBy('STATE', plan.cells), seenBy('PARTNER', plan.cells)];

        plan.cells.forEach((cell, index) => {
          const [fine, coarse] = [state[index], partner[index]];
          if (coarse?.status === 'SHOWN') expect(coarse).toEqual(fine);
          if (fine?.status === 'SHOWN' && fine.count < 11) expect(coarse?.status).toBe('SUPPRESSED');
          if (raw.open(cell).n === 0) expect(fine?.status).toBe('SUPPRESSED');
          expect(seenBy('STATE', [cell])).toEqual([fine]);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('does not let a raw table be written down', () => {
    const raw = tabulateInMemory([], []);
    expect(() => JSON.stringify({ raw })).toThrow('A raw table never leaves');
    expect(Object.keys(raw)).toEqual(['cells']);
  });
});

function added(sets: readonly KeyedSet[]): KeyedSet {
  return {
    n: sets.reduce((sum, { n }) => sum + n, 0),
    keySum: sets.reduce((sum, { keySum }) => (sum + keySum) % 2 ** 48, 0),
  };
}

function addedPersons(parts: readonly PersonCount[]): PersonCount {
  const classes = RECORD_CLASSES.map((_, index) => parts.reduce((sum, part) => sum + (part.classes[index] ?? 0), 0));
  return { ...added(parts), classes };
}
