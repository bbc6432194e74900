/** Risks of one arm and the baseline, at the mix of encounters both met. */
export interface Standardised {
  readonly risks: readonly [baseline: number, arm: number];
  readonly variances: readonly [baseline: number, arm: number];
  readonly overlap: number;
}

/** Every arm besides the first against the first. */
export function standardisedArms(
  table: Float64Array,
  { cells, strata }: { cells: number; strata: number },
): readonly (Standardised | null)[] {
  const at = (outcome: number, arm: number, stratum: number): number =>
    table[outcome * cells + arm * strata + stratum] ?? 0;
  const strataOf = (arm: number): readonly Fitted[] =>
    Array.from({ length: strata }, (_, stratum) => {
      const events = at(1, arm, stratum);
      return { events, known: at(0, arm, stratum) + events };
    });

  const baseline = strataOf(0);
  return Array.from({ length: cells / strata - 1 }, (_, index) => standardised(baseline, strataOf(index + 1)));
}

/** Fitted encounters of one arm and one combination of confounders: with a known outcome, and with the outcome. */
interface Fitted {
  readonly events: number;
  readonly known: number;
}

function standardised(baseline: readonly Fitted[], arm: readonly Fitted[]): Standardised | null {
  const pairs = baseline.flatMap((one, stratum) => {
    const other = arm[stratum];
    return other === undefined ? [] : [[one, other] as const];
  });
  const sizeOf = (chosen: typeof pairs): number =>
    chosen.reduce((sum, [one, other]) => sum + one.known + other.known, 0);
  const met = pairs.filter(([one, other]) => one.known > 0 && other.known > 0);
  const whole = sizeOf(met);
  if (whole <= 0) return null;

  const weights = met.map((pair) => sizeOf([pair]) / whole);
  const [ofBaseline, ofArm] = [
    weighted(
      met.map(([one]) => one),
      weights,
    ),
    weighted(
      met.map(([, other]) => other),
      weights,
    ),
  ];
  return {
    risks: [ofBaseline.risk, ofArm.risk],
    variances: [ofBaseline.variance, ofArm.variance],
    overlap: whole / sizeOf(pairs),
  };
}

function weighted(
  strata: readonly Fitted[],
  weights: readonly number[],
): { readonly risk: number; readonly variance: number } {
  let [risk, variance] = [0, 0];
  for (const [index, { events, known }] of strata.entries()) {
    const weight = weights[index] ?? 0;
    const share = events / known;
    risk += weight * share;
    variance += (weight ** 2 * share * (1 - share)) / known;
  }
  return { risk, variance };
}
