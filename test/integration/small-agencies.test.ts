import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { TokenHolder } from '../../schema/records/index.js';
import { encountersOf, region } from '../../seeds/index.js';
import { peerGroups } from '../../seeds/peer-groups.js';
import {
  answerOutcomes,
  changeAgreement,
  describePeerGroups,
  draftRelease,
  registerAgency,
  replacePeerGroups,
} from '../../server/flow/index.js';
import type { OutcomesTable } from '../../server/flow/index.js';
import type { OutcomesQuestion } from '../../server/table/index.js';
import { anonymisedFile } from '../support/encounters.js';
import { testHouse } from '../support/house.js';
import type { TestHouse } from '../support/house.js';
import {
  analystOf,
  contribute,
  onboard,
  operator,
  publicReader,
  release,
  researcher,
  stateOfficeOf,
} from '../support/people.js';

const GROUP = 'northern-rural-sheriffs';
const MEMBERS = peerGroups.find(({ id }) => id === GROUP)?.agencyIds ?? [];
const OTHERS = ['far-north-troopers', 'ferry-pd', 'redwood-coast-so', 'wind-basin-pd', 'windward-pd'];
const northern = peerGroups.filter(({ id }) => id === GROUP);
const threeYears = { from: '2023', to: '2025' };
const oneYear = { from: '2024', to: '2024' };
const nodes = {};

let place: TestHouse;

beforeAll(async () => {
  place = await testHouse();
  for (const agency of region.filter(({ id }) => [...MEMBERS, ...OTHERS].includes(id))) {
    await onboard(place.house, agency.id, agency.county);
    await contribute(place.house, agency.id, anonymisedFile(encountersOf(agency)));
  }
  await replacePeerGroups({ groups: northern, reason: 'They are alike.' }, operator, place.house);
  await release(place.house, '2025-12');
  for (const grantingAgencyId of MEMBERS.filter((id) => id !== 'sawtooth-so'))
    await changeAgreement({ grantingAgencyId, askingAgencyId: 'sawtooth-so', isGranted: true }, operator, place.house);
});

afterAll(async () => {
  await place.close();
});

async function ask(asked: Partial<OutcomesQuestion>, asker: TokenHolder): Promise<OutcomesTable> {
  const question = { releaseId: null, where: { nodes }, except: { nodes }, period: null, by: [], measures: [] };
  const answer = await answerOutcomes({ ...question, ...asked }, asker, place.house);
  if (answer.kind === 'REFUSED') throw new Error(answer.message);
  return answer;
}

function shownOf({ rows }: OutcomesTable): number {
  return rows.filter(({ encounters }) => encounters.status === 'SHOWN').length;
}

describe('Juniper County, with sixty encounters a year', () => {
  const where = { nodes, agencies: ['juniper-county-so'] };
  const office = stateOfficeOf('OR');

  it('is shown more of in three years together than in any one of them', async () => {
    const together = shownOf(await ask({ where, period: threeYears, by: ['CALL_TYPE', 'YEARS'] }, office));
    const single = shownOf(await ask({ where, period: oneYear, by: ['CALL_TYPE', 'YEAR'] }, office));

    expect(together).toBeGreaterThan(single);
    expect(together).toBeGreaterThanOrEqual(8);
  });

  it('has one number for three years, however they are asked', async () => {
    const whole = await ask({ where, period: threeYears }, office);
    const byYears = await ask({ where, by: ['YEARS'] }, office);
    const byMonth = await ask({ where, period: { from: '2023-01', to: '2025-12' } }, office);

    expect(whole.rows[0]?.encounters).toMatchObject({ status: 'SHOWN' });
    expect(byYears.rows[0]).toMatchObject({ group: { YEARS: '2023-2025' }, encounters: whole.rows[0]?.encounters });
    expect(byMonth.rows[0]?.encounters).toEqual(whole.rows[0]?.encounters);
  });

  it('is answered for everybody in its peer group, where its county is answered for nobody', async () => {
    const county = await ask({ where: { nodes, counties: ['OR/Juniper'] }, period: threeYears }, researcher);
    expect(county.rows[0]?.encounters.status).toBe('NOT_PERMITTED');

    for (const asker of [researcher, publicReader]) {
      const group = await ask({ by: ['PEER_GROUP'], period: threeYears, measures: ['arrestRate'] }, asker);
      expect(group.rows.map((row) => row.group)).toEqual([{ PEER_GROUP: GROUP }]);
      expect(group.rows[0]).toMatchObject({
        encounters: { status: 'SHOWN' },
        measures: { arrestRate: { status: 'SHOWN' } },
      });
    }
  });
});

describe('a peer group', () => {
  it('has one answer for who asks for the group and who lists its members', async () => {
    const partner = analystOf('sawtooth-so');
    const asked = { period: oneYear, by: ['SHIFT'], measures: ['arrestRate'] };
    const asGroup = await ask({ ...asked, where: { nodes, peerGroups: [GROUP] } }, partner);
    const asList = await ask({ ...asked, where: { nodes, agencies: MEMBERS } }, partner);

    expect(shownOf(asGroup)).toBeGreaterThan(2);
    expect(asList.rows).toEqual(asGroup.rows);
  });

  it('has its members as contributors and nobody else', async () => {
    const { contributors } = await ask({ where: { nodes, peerGroups: [GROUP] }, period: oneYear }, researcher);
    expect(contributors.map(({ agencyId }) => agencyId).toSorted()).toEqual(MEMBERS.toSorted());
  });

  it('is as large as its members, less a little noise', async () => {
    const { rows } = await ask({ by: ['PEER_GROUP'], period: oneYear }, researcher);
    const members = region.filter(({ id }) => MEMBERS.includes(id));
    const exact = members.flatMap(encountersOf).filter(({ month }) => month.startsWith('2024')).length;
    expect(Math.abs((rows[0]?.encounters.value ?? 0) - exact)).toBeLessThanOrEqual(10);
  });

  it('is kept by an ordinary release as it is, and changes at a revision by two agencies at least', async () => {
    const [group] = northern;
    if (group === undefined) throw new Error('The demo has no such group.');
    const one = [{ ...group, agencyIds: [...group.agencyIds, 'wind-basin-pd'] }];
    await replacePeerGroups({ groups: one, reason: 'One more.' }, operator, place.house);

    const ordinary = await draftRelease({ throughMonth: '2025-12', kind: 'ORDINARY' }, operator, place.house);
    expect(ordinary.peerGroups).toEqual(northern);
    expect(await describePeerGroups(place.house)).toMatchObject([{ isReleased: false }]);
    const revision = draftRelease({ throughMonth: '2025-12', kind: 'REVISION' }, operator, place.house);
    await expect(revision).rejects.toThrow('wind-basin-pd would be the only agency');

    await replacePeerGroups({ groups: northern, reason: 'As before.' }, operator, place.house);
    expect(await describePeerGroups(place.house)).toMatchObject([{ group: { id: GROUP }, isReleased: true }]);
    const again = draftRelease({ throughMonth: '2025-12', kind: 'REVISION' }, operator, place.house);
    await expect(again).rejects.toThrow('This revision would change nothing');
    await replacePeerGroups({ groups: [], reason: 'None.' }, operator, place.house);
    const without = await draftRelease({ throughMonth: '2025-12', kind: 'REVISION' }, operator, place.house);
    expect(without).toMatchObject({ changes: [], peerGroups: [] });
    await replacePeerGroups({ groups: northern, reason: 'As before.' }, operator, place.house);
  });

  it.each([
    { name: 'of three agencies', groups: [{ id: 'few', agencyIds: MEMBERS.slice(0, 3) }], why: 'fewer than 4' },
    {
      name: 'with an agency of another group',
      groups: [
        { id: 'one', agencyIds: MEMBERS },
        { id: 'two', agencyIds: [...OTHERS.slice(0, 3), 'juniper-county-so'] },
      ],
      why: 'in the peer groups twice',
    },
    { name: 'of nobody’s', groups: [{ id: 'lost', agencyIds: [...MEMBERS, 'lost-pd'] }], why: 'No agency lost-pd' },
    { name: 'of the name of an agency', groups: [{ id: 'ferry-pd', agencyIds: MEMBERS }], why: 'the id of no agency' },
    {
      name: 'of all but one agency of the region',
      groups: [{ id: 'nearly-all', agencyIds: [...MEMBERS, ...OTHERS.slice(1)] }],
      why: 'could be told from the difference',
    },
  ])('$name is not registered', async ({ groups, why }) => {
    const given = groups.map((group) => ({ label: 'A group', basis: 'They are alike', ...group }));
    await expect(replacePeerGroups({ groups: given, reason: 'Why not.' }, operator, place.house)).rejects.toThrow(why);
  });

  it('keeps its name from agencies that come later', async () => {
    const agency = { id: GROUP, name: 'A', kind: 'SHERIFF', county: 'OR/New', isSynthetic: true } as const;
    await expect(registerAgency(agency, operator, place.house)).rejects.toThrow('There is peer group');
  });
});
