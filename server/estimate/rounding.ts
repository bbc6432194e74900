const SIGNIFICANT_DIGITS = 3;

/** The printed form of an estimate: three significant digits, rounded last. Source: disclosure policy, section 2.8. */
export function printed(value: number): number {
  return Number(value.toPrecision(SIGNIFICANT_DIGITS));
}

/** A printed estimate, or null for one that is not a finite number. */
export function printedOrNull(value: number | null | undefined): number | null {
  return value === null || value === undefined || !Number.isFinite(value) ? null : printed(value);
}
