import { ask } from '../support/ask.js';
import { adjustedByHand, crudeByHand } from '../support/by-hand.js';
import type { PrintedStratum } from '../support/by-hand.js';
import { FITTED_TABLES, fittedByHand } from '../support/fitted-by-hand.js';
import type { DisplayedRow } from '../support/fitted-by-hand.js';

import { fieldOf } from './world/asking.js';
import type { World } from './world/open-world.js';

interface Ends {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}
interface Counts {
  readonly numerator: number | null;
  readonly denominator: number | null;
}
interface Seen {
  readonly rate: Counts;
  readonly baseline: Counts;
  readonly difference: Ends;
  readonly ratio: Ends;
  readonly oddsRatio: Ends;
  readonly power: { readonly encountersNeeded: number | null };
  readonly adjusted: Adjusted | null;
  readonly fitted: Fitted | null;
}
interface Adjusted extends Readonly<Record<(typeof POOLED)[number], Ends>> {
  readonly heterogeneity: object;
  readonly strata: readonly PrintedStratum[];
}
interface Fitted {
  readonly difference: Ends;
  readonly ratio: Ends;
  readonly standardisedRate: number | null;
  readonly standardisedBaseline: number | null;
  readonly overlap: number | null;
  readonly status: string;
}
interface Arm {
  readonly arm: string;
  readonly arrestRate: Seen;
}

const ENDS = '{ value lower upper }';
const POOLED = ['difference', 'ratio', 'oddsRatio', 'standardisedRate', 'standardisedBaseline'] as const;
const CRUDE = `rate { numerator denominator } baseline { numerator denominator } difference ${ENDS} ratio ${ENDS}
  oddsRatio ${ENDS} power { encountersNeeded }`;
const WITHIN = `adjusted { ${POOLED.map((field) => `${field} ${ENDS}`).join(' ')} heterogeneity { q degreesOfFreedom iSquared }
  strata { code status numerator denominator baselineNumerator baselineDenominator standard } }`;
const FITTED = `fitted { difference ${ENDS} ratio ${ENDS} standardisedRate standardisedBaseline overlap status }`;
const YEAR = 'period: { from: "2024", to: "2024" }';
const THRESHOLD = 11;

/** Comparisons of arrests in one displayed year, each number computed again: crude, within strata, and fitted. */
export async function comparisonsAgain(world: World): Promise<readonly string[]> {
  const standards = ['BASELINE_ARM', 'ALL_ENCOUNTERS'] as const;
  const within = standards.map(async (standard) => {
    const arms = await armsOf(world, `adjustFor: [SHIFT], standard: ${standard}`, CRUDE + WITHIN);
    return arms.flatMap((arm) => [...crudeAgain(arm), ...withinAgain(arm, standard === 'BASELINE_ARM')]);
  });
  return [...(await Promise.all(within)).flat(), ...(await fittedAgain(world))];
}

async function armsOf({ address, tokenOf }: World, args: string, fields: string): Promise<readonly Arm[]> {
  const text = `{ compare(${args}, ${YEAR}) { ... on ComparisonTable { arms { arm arrestRate { ${fields} } } } } }`;
  const { data } = await ask(address, text, { token: tokenOf('researcher') });
  return (data?.['compare'] as { arms: readonly Arm[] }).arms;
}

function verdict(what: string, made: unknown, seen: unknown): string {
  return JSON.stringify(made) === JSON.stringify(seen) ? 'SAME' : `${what} ${JSON.stringify(seen)}`;
}

function crudeAgain({ arm, arrestRate: { rate, baseline, power, ...seen } }: Arm): readonly string[] {
  const counts = [rate.numerator, rate.denominator, baseline.numerator, baseline.denominator] as const;
  const [x1, n1, x0, n0] = counts;
  if (seen.difference.value === null) return [];
  if (x1 === null || n1 === null || x0 === null || n0 === null) return [`${arm} has a difference without counts`];

  const again = crudeByHand([x1, n1, x0, n0]);
  return [
    ...(['difference', 'ratio', 'oddsRatio'] as const).map((field) =>
      verdict(`crude ${field} of ${arm}`, again[field], seen[field]),
    ),
    verdict(`encounters needed of ${arm}`, again.encountersNeeded, power.encountersNeeded),
  ];
}

function withinAgain({ arm, arrestRate: { adjusted } }: Arm, isBaseline: boolean): readonly string[] {
  if (typeof adjusted?.ratio.value !== 'number') return [];

  const again = adjustedByHand(adjusted.strata, { isBaseline });
  return [
    ...POOLED.map((field) => verdict(`adjusted ${field} of ${arm}`, again[field], adjusted[field])),
    verdict(`heterogeneity of ${arm}`, again.heterogeneity, adjusted.heterogeneity),
  ];
}

async function fittedAgain(world: World): Promise<readonly string[]> {
  const arms = await armsOf(world, 'adjustFor: [CALL_TYPE, SHIFT]', FITTED);
  const again = fittedByHand(await displayedTables(world), THRESHOLD);
  return arms.flatMap(({ arm, arrestRate: { fitted } }) => {
    if (fitted?.status !== 'SHOWN') return [];
    const own = again.get(arm);
    if (!own) return [`${arm} is fitted to counts that are not displayed`];
    const made = [own.difference, own.ratio].flatMap(({ value, interval }) => [value, interval.lower, interval.upper]);
    const seen = [fitted.difference, fitted.ratio].flatMap(({ value, lower, upper }) => [value, lower, upper]);
    return verdict(
      `fitted numbers of ${arm}`,
      [...made, own.risk, own.baselineRisk, own.overlap].map((value) => Number(value.toPrecision(3))),
      [...seen, fitted.standardisedRate, fitted.standardisedBaseline, fitted.overlap],
    );
  });
}

/** The tables the model is fitted to, as anybody asks `outcomes` for them. */
async function displayedTables({ address, tokenOf }: World): Promise<readonly (readonly DisplayedRow[])[]> {
  const questions = FITTED_TABLES.map(
    ({ by, where }, index) => `q${index}: outcomes(by: [${by.join()}], where: { ${where} }, ${YEAR}) {
      ... on OutcomesTable { rows { group { ${by.map(fieldOf).join(' ')} } encounters { value } } } }`,
  );
  const { data } = await ask(address, `{ ${questions.join(' ')} }`, { token: tokenOf('researcher') });
  return questions.map((_, index) => (data?.[`q${index}`] as { rows: readonly DisplayedRow[] }).rows);
}
