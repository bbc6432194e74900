import { expect } from '@jest/globals';

/** A closed form agrees to this share of the value. */
const RELATIVE = 1e-9;
/** Found by iteration, here or in the reference: a quantile. */
export const ITERATED = 1e-6;

/** Whether a number agrees with a reference to a share of it; null agrees with null only. */
export function expectNear(found: number | null | undefined, reference: number | null, relative = RELATIVE): void {
  if (reference === null || found === null || found === undefined) expect(found ?? null).toBe(reference);
  else if (Math.abs(found - reference) > relative * Math.max(Math.abs(reference), 1e-12)) expect(found).toBe(reference);
}

export function expectInterval(
  found: { readonly lower: number; readonly upper: number } | null | undefined,
  [lower, upper]: readonly [number | null, number | null],
  relative = RELATIVE,
): void {
  expectNear(found?.lower, lower, relative);
  expectNear(found?.upper, upper, relative);
}
