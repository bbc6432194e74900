import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import type { ReleaseDraft } from '../../schema/records/index.js';
import { answerOutcomes, draftRelease, eraseEncounters, madeWith, publishRelease } from '../../server/flow/index.js';
import type { OutcomesTable } from '../../server/flow/index.js';
import { anonymisedFile, encounters } from '../support/encounters.js';
import { testHouse } from '../support/house.js';
import type { TestHouse } from '../support/house.js';
import { contribute, onboard, operator, release, researcher, stateOfficeOf, stewardOf } from '../support/people.js';

const AGENCIES = ['north', 'south', 'east', 'west'];
const question = {
  where: { nodes: {} },
  except: { nodes: {} },
  period: null,
  by: ['RESPONSE_MODEL', 'QUARTER'],
  measures: ['arrestRate'],
} as const;

let place: TestHouse;

beforeEach(async () => {
  place = await testHouse();
  for (const name of AGENCIES) {
    await onboard(place.house, name, `WA/${name}`);
    await contribute(place.house, name, anonymisedFile(rowsOf(name)));
  }
});

afterEach(async () => {
  await place.close();
});

function rowsOf(name: string) {
  const met = { RESPONSE_MODEL: 'CIT', ENGAGEMENT: 'ENGAGED' };
  return ['2025-01', '2025-02', '2025-03'].flatMap((month) => [
    ...encounters(60, `${name} ${month} a`, month, { ...met, DISPOSITION: 'ARRESTED' }),
    ...encounters(60, `${name} ${month} b`, month, { ...met, DISPOSITION: 'REFERRED' }),
  ]);
}

const late = encounters(40, 'late', '2025-02', { RESPONSE_MODEL: 'CIT' });

/** The key of the first encounter of an agency. */
function keyIn(name: string): string {
  return rowsOf(name)[0]?.encounterKey ?? '';
}

async function tableOf(releaseId: string | null): Promise<OutcomesTable> {
  const answer = await answerOutcomes({ ...question, releaseId }, researcher, place.house);
  if (answer.kind === 'REFUSED') throw new Error(answer.message);
  return answer;
}

async function found<Row extends object>(text: string): Promise<readonly Row[]> {
  return place.house.store.query<Row>({ text, values: [] });
}

describe('a release', () => {
  it('is signed, names what it was made with, and follows the one before', async () => {
    const { house } = place;
    const first = await house.store.releases.byId(await release(house, '2025-03'));
    if (first === null) throw new Error('A release that was published is not there.');
    expect(madeWith(first, house.secrets)).toBe(true);
    expect(first.manifest).toMatchObject({ releaseId: first.id, kind: 'ORDINARY', previousSha256: null });
    expect(new Set(first.manifest.blocks.map(({ commitment }) => commitment)).size).toBe(AGENCIES.length);

    const touched = { ...first, manifest: { ...first.manifest, throughMonth: '2025-06' } };
    expect(madeWith(touched, house.secrets)).toBe(false);

    const second = await house.store.releases.byId(await release(house, '2025-03'));
    expect(second?.manifest.previousSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(second?.manifest.blocks).toEqual(first.manifest.blocks);
  });

  it('keeps every closed cell when rows come late, and gives them to the revision under new keys', async () => {
    const first = await release(place.house, '2025-03');
    const before = await tableOf(first);
    await contribute(place.house, 'north', anonymisedFile([...rowsOf('north'), ...late]));
    expect((await tableOf(await release(place.house, '2025-03'))).rows).toEqual(before.rows);

    const revised = await release(place.house, '2025-03', 'REVISION');
    const blocks = (await place.house.store.releases.byId(revised))?.manifest.blocks;
    expect(blocks?.map(({ agencyId, epoch }) => `${agencyId} ${epoch}`)).toEqual([
      'east 0',
      'north 1',
      'south 0',
      'west 0',
    ]);
    const [was, is] = [before, await tableOf(revised)].map(({ rows }) => rows[1]?.encounters.value ?? 0);
    expect(was).toBeGreaterThan(1_400);
    expect(Math.abs((is ?? 0) - (was ?? 0) - late.length)).toBeLessThanOrEqual(20);

    place.house.memory.answers.clear();
    expect((await tableOf(first)).rows).toEqual(before.rows);
  });

  it('says by the vintage of a row whether the data behind it are the same', async () => {
    const byAgency = { ...question, by: ['COUNTY'], releaseId: null };
    const vintages = async (): Promise<readonly string[]> => {
      const answer = await answerOutcomes(byAgency, stateOfficeOf('WA'), place.house);
      if (answer.kind === 'REFUSED') throw new Error(answer.message);
      return answer.rows.map(({ vintage }) => vintage);
    };
    await release(place.house, '2025-03');
    const first = await vintages();
    expect(new Set(first).size).toBe(AGENCIES.length);

    await contribute(place.house, 'north', anonymisedFile([...rowsOf('north'), ...late]));
    await release(place.house, '2025-03');
    expect(await vintages()).toEqual(first);

    await release(place.house, '2025-03', 'REVISION');
    const revised = await vintages();
    expect(revised.filter((vintage, index) => vintage !== first[index])).toHaveLength(1);
  });

  it('is revised once a year', async () => {
    await release(place.house, '2025-03');
    await contribute(place.house, 'north', anonymisedFile([...rowsOf('north'), ...late]));
    await release(place.house, '2025-03', 'REVISION');
    await expect(release(place.house, '2025-03', 'REVISION')).rejects.toThrow('was the revision of 2026');
  });

  it('is not revised for nothing: the revision of the year is there when a second agency comes', async () => {
    const { house } = place;
    const refused = 'This revision would change nothing, and the only one of 2026 would be spent. ';
    const first = await release(house, '2025-03');
    await expect(release(house, '2025-03', 'REVISION')).rejects.toThrow(
      `${refused}Nothing accepted waits for it. Wait`,
    );

    await onboard(house, 'fifth', 'WA/fifth');
    await contribute(house, 'fifth', anonymisedFile(rowsOf('fifth')));
    await expect(release(house, '2025-03', 'REVISION')).rejects.toThrow(
      `${refused}fifth, 3 months from 2025-01: one agency may not enter or leave a pool of the past alone`,
    );

    const earlier = await draftRelease({ throughMonth: '2025-03', kind: 'ORDINARY' }, operator, house);
    const kept: ReleaseDraft = { ...earlier, id: 'kept-by-an-earlier-house', kind: 'REVISION' };
    expect(kept).toMatchObject({ baseId: first, changes: [{ change: 'WAITS', waitsFor: 'ANOTHER_AGENCY' }] });
    await house.store.releases.keepDraft(kept);
    await expect(publishRelease({ draftId: kept.id }, operator, house)).rejects.toThrow(refused);

    await onboard(house, 'sixth', 'WA/sixth');
    await contribute(house, 'sixth', anonymisedFile(rowsOf('sixth')));
    const { changes } = await draftRelease({ throughMonth: '2025-03', kind: 'REVISION' }, operator, house);
    expect(changes.map(({ change, agencyId }) => `${change} ${agencyId}`)).toEqual(['ENTERED fifth', 'ENTERED sixth']);
  });

  it('counts an erased encounter until the revision, without an identifier', async () => {
    const first = await release(place.house, '2025-03');
    const before = await tableOf(first);
    place.house.memory.answers.clear();
    const erasure = { agencyId: 'south', encounterKeys: [keyIn('south')], personTokens: [] };
    await expect(eraseEncounters(erasure, stewardOf('north'), place.house)).rejects.toThrow('may not erase');
    expect(await eraseEncounters(erasure, stewardOf('south'), place.house)).toBe(1);
    expect(await eraseEncounters(erasure, stewardOf('south'), place.house)).toBe(0);

    expect((await tableOf(first)).rows).toEqual(before.rows);
    expect(await found('select encounter_key, person_token from encounter where is_erased')).toEqual([
      { encounter_key: '', person_token: null },
    ]);
  });

  it('without an erased encounter has new keys for its whole block, and retires the releases that had it', async () => {
    const first = await release(place.house, '2025-03');
    const erasure = { agencyId: 'north', encounterKeys: [keyIn('north')], personTokens: [] };
    await eraseEncounters(erasure, stewardOf('north'), place.house);

    const draft = await draftRelease({ throughMonth: '2025-03', kind: 'REVISION' }, operator, place.house);
    const months = ['2025-01', '2025-02', '2025-03'];
    expect(draft.changes).toEqual([{ change: 'REVISED', agencyId: 'north', months }]);
    await publishRelease({ draftId: draft.id }, operator, place.house);

    await expect(tableOf(first)).rejects.toThrow(`Release ${first} is retired`);
    expect((await tableOf(null)).rows[1]?.encounters.status).toBe('SHOWN');
    const keys = "select count(*)::int as n, count(distinct rk)::int as keys from encounter where agency_id = 'north'";
    expect(await found(`${keys} and epoch = 1`)).toEqual([{ n: 359, keys: 359 }]);
    expect(await found(keys)).toEqual([{ n: 718, keys: 718 }]);
  });

  it('cannot be published from a draft that another release has overtaken', async () => {
    const [draft, other] = [
      await draftRelease({ throughMonth: '2025-03', kind: 'ORDINARY' }, operator, place.house),
      await draftRelease({ throughMonth: '2025-03', kind: 'ORDINARY' }, operator, place.house),
    ];
    await publishRelease({ draftId: other.id }, operator, place.house);
    await expect(publishRelease({ draftId: draft.id }, operator, place.house)).rejects.toThrow('There is no draft');
    await expect(draftRelease({ throughMonth: '2025-02', kind: 'ORDINARY' }, operator, place.house)).rejects.toThrow(
      'comes before',
    );
  });
});
