import { describe, expect, it } from '@jest/globals';

import { uniformOf, drawFrom } from '../../../../server/protect/draw.js';
import { blockKeysFor, lenses, seenThrough } from '../../../../server/protect/index.js';
import { derivedKey } from '../../../../server/protect/record-key.js';
import { vector } from '../../../support/vectors/vector.js';

interface Pipeline {
  readonly master_hex: string;
  readonly pert_master_hex: string;
  readonly agency_key_hex: Readonly<Record<string, string>>;
  readonly records: readonly { readonly agency: string; readonly uid: string; readonly rk: number }[];
  readonly cells: readonly {
    readonly cell: string;
    readonly pert_scope: string;
    readonly per_agency: Readonly<Record<string, { readonly n: number; readonly K: number }>>;
    readonly n: number;
    readonly K: number;
    readonly u32: number;
    readonly noise: number;
    readonly n_star: number;
    readonly lens_t11: number | null;
    readonly lens_state_t6: number | null;
    readonly lens_public_t13_round5: number | null;
  }[];
}

const pipeline = vector<Pipeline>('sdc03_pipeline');
const master = Buffer.from(pipeline.master_hex, 'hex');
const masterPerturbation = Buffer.from(pipeline.pert_master_hex, 'hex');
const KEY_MODULUS = 2 ** 48;

describe('from record keys to what each audience sees', () => {
  it.each(Object.entries(pipeline.agency_key_hex))('derives the record-key secret of agency %s', (agency, hex) => {
    expect(derivedKey(master, 'rec', agency, '0').toString('hex')).toBe(hex);
  });

  it('gives each of the 240 records its key', () => {
    const made = pipeline.records.map(({ agency, uid }) =>
      blockKeysFor(master, { agencyId: agency, epoch: 0 }).recordKeyOf(uid),
    );
    expect(made).toEqual(pipeline.records.map(({ rk }) => rk));
    expect(made).toHaveLength(240);
  });

  it.each(pipeline.cells)('adds, draws and shows $cell in $pert_scope', (cell) => {
    const parts = Object.values(cell.per_agency);
    const n = parts.reduce((sum, part) => sum + part.n, 0);
    const keySum = parts.reduce((sum, part) => (sum + part.K) % KEY_MODULUS, 0);
    expect({ n, keySum }).toEqual({ n: cell.n, keySum: cell.K });

    if (n > 0)
      expect(uniformOf(derivedKey(masterPerturbation, 'pert', cell.pert_scope), 'enc', { n, keySum })).toBe(cell.u32);
    const noise = drawFrom(masterPerturbation, 'enc')({ n, keySum }, cell.pert_scope);
    expect(noise).toBe(cell.noise);
    expect(n + noise).toBe(cell.n_star);

    expect(seenThrough(lenses.PARTNER, n + noise)).toBe(cell.lens_t11);
    expect(seenThrough(lenses.STATE, n + noise)).toBe(cell.lens_state_t6);
    expect(seenThrough(lenses.PUBLIC, n + noise)).toBe(cell.lens_public_t13_round5);
  });

  it('draws noise of mean 0 and variance 5 for large counts', () => {
    const draw = drawFrom(masterPerturbation, 'enc');
    const noises = Array.from({ length: 100_000 }, (_, index) => draw({ n: 100, keySum: index * 7919 }, 'pool'));
    const mean = noises.reduce((sum, noise) => sum + noise, 0) / noises.length;
    const variance = noises.reduce((sum, noise) => sum + noise ** 2, 0) / noises.length;

    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 5)).toBeLessThan(0.1);
  });
});

const lensVector = vector<{
  readonly lens: readonly {
    readonly n_star: number;
    readonly researcher_t11: number | null;
    readonly state_t6: number | null;
    readonly public_t13_round5: number | null;
  }[];
}>('sdc08_onepass_and_lens');

describe('lenses', () => {
  it.each(lensVector.lens)('show a noisy count of $n_star as the policy says', (expected) => {
    expect(seenThrough(lenses.RESEARCHER, expected.n_star)).toBe(expected.researcher_t11);
    expect(seenThrough(lenses.STATE, expected.n_star)).toBe(expected.state_t6);
    expect(seenThrough(lenses.PUBLIC, expected.n_star)).toBe(expected.public_t13_round5);
  });
});
