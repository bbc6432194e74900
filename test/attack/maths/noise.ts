import { shippedTable } from '../../../server/protect/shipped-table.js';

const THRESHOLD_UNITS = 2 ** 32;

/** The published noise distribution: an attacker knows it as well as we do. @returns 0 for noise that cannot be. */
export function noiseProbability(count: number, noise: number): number {
  const row = shippedTable[Math.min(count, shippedTable.length - 1)];
  if (row === undefined || count < 0) return 0;

  const [, values, thresholds] = row;
  const index = values.indexOf(noise);
  return index === -1 ? 0 : ((thresholds[index] ?? 0) - (thresholds[index - 1] ?? 0)) / THRESHOLD_UNITS;
}
