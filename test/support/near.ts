import { expect } from '@jest/globals';

/** Equal to a relative tolerance, as reference numbers are compared; absolute where the reference is 0. */
export function expectNear(found: number | null | undefined, expected: number, relative = 1e-9): void {
  const scale = Math.abs(expected) < 1e-12 ? 1 : Math.abs(expected);
  expect(Math.abs((found ?? Number.NaN) - expected) / scale).toBeLessThan(relative);
}
