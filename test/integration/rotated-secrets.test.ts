import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { answerOutcomes, houseOf, madeWith, rotateSecrets } from '../../server/flow/index.js';
import type { House, OutcomesTable, Secrets } from '../../server/flow/index.js';
import { blockKeysFor } from '../../server/protect/index.js';
import { anonymisedFile, encounters } from '../support/encounters.js';
import { testHouse } from '../support/house.js';
import type { TestHouse } from '../support/house.js';
import { contribute, onboard, operator, release, researcher } from '../support/people.js';

const AGENCIES = ['north', 'south', 'east', 'west'];
const MONTHS = ['2025-01', '2025-02', '2025-03'];
const question = {
  releaseId: null,
  where: { nodes: {} },
  except: { nodes: {} },
  period: null,
  by: ['SHIFT', 'QUARTER'],
  measures: [],
} as const;

const next: Secrets = { record: Buffer.alloc(32, 1), perturbation: Buffer.alloc(32, 2), signing: Buffer.alloc(32, 3) };

let place: TestHouse;
let before: OutcomesTable;

beforeEach(async () => {
  place = await testHouse();
  for (const name of AGENCIES) {
    await onboard(place.house, name, `WA/${name}`);
    const rows = MONTHS.flatMap((month) =>
      ['DAY', 'EVENING', 'NIGHT'].flatMap((shift) =>
        encounters(50, `${name} ${month} ${shift}`, month, { SHIFT: shift }),
      ),
    );
    await contribute(place.house, name, anonymisedFile(rows));
  }
  await release(place.house, '2025-03');
  before = await tableOf(place.house);
});

afterEach(async () => {
  await place.close();
});

async function tableOf(house: House): Promise<OutcomesTable> {
  const answer = await answerOutcomes(question, researcher, house);
  if (answer.kind === 'REFUSED') throw new Error(answer.message);
  return answer;
}

function withSecrets(secrets: Secrets): House {
  const { store, clock } = place.house;
  return houseOf({ store, clock, secrets });
}

async function keysStored(): Promise<
  readonly { agency_id: string; epoch: number; encounter_key: string; rk: string }[]
> {
  return place.house.store.query({ text: 'select agency_id, epoch, encounter_key, rk from encounter', values: [] });
}

describe('a rotation of secrets', () => {
  it('publishes a release made with the new ones, in which every number is drawn anew', async () => {
    const made = await rotateSecrets({ next }, operator, place.house);
    expect(made.manifest.kind).toBe('ROTATION');
    expect(madeWith(made, next)).toBe(true);
    expect(new Set(made.manifest.blocks.map(({ epoch }) => epoch))).toEqual(new Set([1]));

    const after = await tableOf(withSecrets(next));
    const values = ({ rows }: OutcomesTable) => rows.map(({ encounters: { value } }) => value);
    expect(values(after)).toHaveLength(values(before).length);
    expect(values(after)).not.toEqual(values(before));
    expect(after.rows.map(({ vintage }) => vintage)).not.toEqual(before.rows.map(({ vintage }) => vintage));
  });

  it('leaves no record key of before, of rows that wait for a release either', async () => {
    await contribute(place.house, 'north', anonymisedFile(encounters(30, 'waiting', '2025-04', { SHIFT: 'DAY' })));
    await rotateSecrets({ next }, operator, place.house);

    const rows = await keysStored();
    const wrong = rows.filter(({ agency_id, epoch, encounter_key, rk }) => {
      const { recordKeyOf } = blockKeysFor(next.record, { agencyId: agency_id, epoch });
      return Number(rk) !== recordKeyOf(encounter_key);
    });
    expect(wrong).toEqual([]);
    expect(rows).toHaveLength(2 * AGENCIES.length * MONTHS.length * 150 + 30);
  });

  it('ends the answers of earlier releases, and those of a process that still has the old secrets', async () => {
    await rotateSecrets({ next }, operator, place.house);

    await expect(tableOf(withSecrets(place.house.secrets))).rejects.toThrow('other secrets than this process has');
    const earlier = { ...question, releaseId: before.release.id };
    await expect(answerOutcomes(earlier, researcher, withSecrets(next))).rejects.toThrow('is retired');
  });

  it('is the revision of the year, and refused beside one', async () => {
    await rotateSecrets({ next }, operator, place.house);
    const other = { ...next, record: Buffer.alloc(32, 8), perturbation: Buffer.alloc(32, 9) };
    await expect(rotateSecrets({ next: other }, operator, withSecrets(next))).rejects.toThrow(
      'was the revision of 2026',
    );
  });

  it.each([{ which: 'record' as const }, { which: 'perturbation' as const }])(
    'is refused where the $which secret stays, and changes nothing',
    async ({ which }) => {
      const half = { ...next, [which]: place.house.secrets[which] };
      await expect(rotateSecrets({ next: half }, operator, place.house)).rejects.toThrow('is the same as before');
      expect(await tableOf(place.house)).toEqual(before);
    },
  );

  it("is an operator's alone", async () => {
    await expect(rotateSecrets({ next }, researcher, place.house)).rejects.toThrow('Only an operator may');
  });
});
