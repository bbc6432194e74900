/** How many encounters an arm has, and how often the outcome occurs with the baseline. */
export interface World {
  readonly trials: number;
  readonly rate: number;
  /** Risk in the arm as a part of that with the baseline; 1 where there is no effect. */
  readonly ratio: number;
}

const TRIALS = [50, 200, 1_000, 5_000];
const RATES = [0.05, 0.2, 0.5, 0.9];
const RATIOS = [1, 0.5];

export const worlds: readonly World[] = TRIALS.flatMap((trials) =>
  RATES.flatMap((rate) => RATIOS.map((ratio) => ({ trials, rate, ratio }))),
);

export function nameOf({ trials, rate, ratio }: World): string {
  return `${trials} an arm, rate ${rate}${ratio === 1 ? '' : `, arm at ${rate * ratio}`}`;
}
