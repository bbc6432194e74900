import { createHash } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { dimensions } from '../../../schema/catalogue/index.js';
import type { AnonymisedEncounter } from '../../../schema/records/index.js';
import { encountersOf } from '../../../seeds/encounters.js';
import { peerGroups } from '../../../seeds/peer-groups.js';
import { region } from '../../../seeds/region.js';
import { withoutSlivers } from '../../../server/release/index.js';
import { exactRate, leafOf } from '../../support/exact.js';

const STATES = ['AK', 'AZ', 'CA', 'CO', 'HI', 'ID', 'MT', 'NM', 'NV', 'OR', 'UT', 'WA', 'WY'];
const everything = new Map(region.map((agency) => [agency.id, encountersOf(agency)]));
const all = [...everything.values()].flat();

function of(id: string): readonly AnonymisedEncounter[] {
  return everything.get(id) ?? [];
}

function sent(encounters: readonly AnonymisedEncounter[], model: string): readonly AnonymisedEncounter[] {
  return encounters.filter((encounter) => leafOf(encounter, 'RESPONSE_MODEL') === model);
}

describe('the demo region', () => {
  it('has forty agencies in thirteen states, from 60 encounters a year to 12,000, every one said to be synthetic', () => {
    expect(region).toHaveLength(40);
    expect([...new Set(region.map(({ county }) => county.slice(0, 2)))].toSorted()).toEqual(STATES);
    expect(Math.min(...region.map(({ encountersPerYear }) => encountersPerYear))).toBe(60);
    expect(Math.max(...region.map(({ encountersPerYear }) => encountersPerYear))).toBe(12_000);
    expect(region.every(({ name }) => name.endsWith('(synthetic)'))).toBe(true);
  });

  it('has peer groups that give no few agencies away beside the counties and states', () => {
    const places = region.map(({ id, county }) => ({ agencyId: id, county, state: county.slice(0, 2) }));
    expect(withoutSlivers(peerGroups, places)).toHaveLength(peerGroups.length);
    expect(peerGroups.flatMap(({ agencyIds }) => agencyIds)).toContain('juniper-county-so');
  });

  it('is the same to the last byte each time', () => {
    const digest = createHash('sha256')
      .update(JSON.stringify(of('juniper-county-so')))
      .digest('hex');
    const agency = region.find(({ id }) => id === 'juniper-county-so');
    expect(
      agency &&
        createHash('sha256')
          .update(JSON.stringify(encountersOf(agency)))
          .digest('hex'),
    ).toBe(digest);
    expect(digest.slice(0, 16)).toBe('39cd93a37a038d7a');
  });

  it('has a valid leaf in every field, and twelve closed quarters', () => {
    const trees = dimensions.map(({ tree }) => new Set(tree.leaves));
    expect(all.every(({ leaves }) => leaves.every((leaf, index) => trees[index]?.has(leaf)))).toBe(true);
    expect(new Set(all.map(({ month }) => month)).size).toBe(36);
  });

  it('gives an outcome to the engaged, and to nobody else', () => {
    const outcomes = dimensions.filter(({ isOutcome }) => isOutcome).map(({ code }) => code);
    for (const encounter of all.slice(0, 20_000)) {
      const isEngaged = leafOf(encounter, 'ENGAGEMENT') === 'ENGAGED';
      const leaves = outcomes.map((code) => leafOf(encounter, code)).filter((leaf) => leaf !== 'NOT_COLLECTED');
      expect(leaves.every((leaf) => (leaf === 'NOT_ENGAGED') !== isEngaged)).toBe(true);
    }
  });
});

describe('planted truths', () => {
  it('co-responders halve arrests within a call type, and look better than that in the crude', () => {
    const ratioOf = (encounters: readonly AnonymisedEncounter[]): number =>
      exactRate(sent(encounters, 'CO_RESPONDER'), 'DISPOSITION', ['ARRESTED']) /
      exactRate(sent(encounters, 'STANDARD_PATROL'), 'DISPOSITION', ['ARRESTED']);
    const within = (callType: string): readonly AnonymisedEncounter[] =>
      all.filter((encounter) => leafOf(encounter, 'CALL_TYPE') === callType);

    for (const callType of ['PSYCHOSIS', 'DISTURBANCE'])
      expect(Math.abs(ratioOf(within(callType)) - 0.5)).toBeLessThan(0.08);
    expect(ratioOf(all)).toBeLessThan(0.35);
  });

  it('half of Almond Valley’s clinician field is unknown', () => {
    const engaged = of('almond-valley-pd').filter((encounter) => leafOf(encounter, 'ENGAGEMENT') === 'ENGAGED');
    const unknown = engaged.filter((encounter) => leafOf(encounter, 'CLINICIAN') === 'UNKNOWN');
    expect(unknown.length / engaged.length).toBeCloseTo(0.5, 1);
  });

  it('Cedar County’s co-responders work days only', () => {
    const shifts = sent(of('cedar-county-so'), 'CO_RESPONDER').map((encounter) => leafOf(encounter, 'SHIFT'));
    expect(shifts.length).toBeGreaterThan(100);
    expect(new Set(shifts)).toEqual(new Set(['DAY']));
  });

  it('arrests fall in Harbor City when its program begins in July 2024', () => {
    const before = of('harbor-city-pd').filter(({ month }) => month < '2024-07');
    const after = of('harbor-city-pd').filter(({ month }) => month >= '2024-07');
    const arrests = (encounters: readonly AnonymisedEncounter[]): number =>
      exactRate(encounters, 'DISPOSITION', ['ARRESTED']);

    expect(sent(before, 'CO_RESPONDER')).toHaveLength(0);
    expect(arrests(after) / arrests(before)).toBeLessThan(0.95);
  });

  it('Mission Hills writes down force from less-lethal weapons on only', () => {
    const force = (encounters: readonly AnonymisedEncounter[], leaves: readonly string[]): number =>
      exactRate(encounters, 'FORCE', leaves);
    const [levels, anyForce] = [['CONTROL_HOLD'], ['CONTROL_HOLD', 'LESS_LETHAL', 'FIREARM_USED']];

    expect(force(of('mission-hills-pd'), levels)).toBe(0);
    expect(force(of('mission-hills-pd'), anyForce) / force(of('golden-bay-pd'), anyForce)).toBeLessThan(0.4);
  });

  it('dispatch consult consults before arrival, and nobody else does so as often', () => {
    const rate = (model: string): number => exactRate(sent(all, model), 'CONSULTED_BEFORE_ARRIVAL', ['YES']);
    expect(rate('DISPATCH_CONSULT')).toBeGreaterThan(0.9);
    expect(Math.max(...['STANDARD_PATROL', 'CIT', 'CO_RESPONDER', 'MOBILE_CRISIS'].map(rate))).toBeLessThan(0.4);
  });
});
