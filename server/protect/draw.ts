import { createHmac } from 'node:crypto';

import type { Cell, KeyedSet } from '../table/index.js';

import { derivedKey, UNIT_SEPARATOR } from './record-key.js';
import { shippedTable } from './shipped-table.js';
import type { NoiseRow } from './shipped-table.js';

/** What is counted: encounters, or persons. Separate families have independent noise. */
export type NoiseFamily = 'enc' | 'per';

/** The noise of one set of encounters: an integer the set alone decides. */
export type Draw = (set: KeyedSet, scope: string) => number;

const KEY_SUM_BYTES = 6;
const COUNT_BYTES = 4;

/** Noise belongs to the agency where a cell is one agency's, and to the pool elsewhere. */
export function scopeOf({ geography }: Cell): string {
  return geography.level === 'AGENCY' ? geography.id : 'pool';
}

/**
 * Keyed noise: the same set of encounters always draws the same number, however it was asked for.
 *
 * A keyed pseudo-random function over (K, n), not a look-up of K, so an agency that knows its own record keys can
 * neither predict nor steer the noise. No encounters, no noise. Source: disclosure policy, section 2.4.
 */
export function drawFrom(masterPerturbation: Buffer, family: NoiseFamily): Draw {
  const keys = new Map<string, Buffer>();
  const keyOf = (scope: string): Buffer => {
    const key = keys.get(scope) ?? derivedKey(masterPerturbation, 'pert', scope);
    keys.set(scope, key);
    return key;
  };

  return (set, scope) => (set.n === 0 ? 0 : noiseAt(rowFor(set.n), uniformOf(keyOf(scope), family, set)));
}

/** 32 uniform bits for a set. */
export function uniformOf(key: Buffer, family: NoiseFamily, { n, keySum }: KeyedSet): number {
  const set = Buffer.alloc(KEY_SUM_BYTES + COUNT_BYTES);
  set.writeUIntBE(keySum, 0, KEY_SUM_BYTES);
  set.writeUInt32BE(n, KEY_SUM_BYTES);

  return createHmac('sha256', key)
    .update(['ckm/u/v1', family, ''].join(UNIT_SEPARATOR))
    .update(set)
    .digest()
    .readUInt32BE(0);
}

function rowFor(n: number): NoiseRow {
  const row = shippedTable[Math.min(n, shippedTable.length - 1)];
  if (row === undefined) throw new Error('The perturbation table has no row for a count.');
  return row;
}

function noiseAt([, values, thresholds]: NoiseRow, uniform: number): number {
  const value = values[thresholds.findIndex((threshold) => uniform < threshold)];
  if (value === undefined) throw new Error('The thresholds of the perturbation table end below 2^32.');
  return value;
}
