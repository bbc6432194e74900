import { measures } from '../../schema/catalogue/index.js';
import { ask } from '../support/ask.js';

import { comparisonsAgain } from './a11-comparisons.js';
import { studiesAgain } from './a11-studies.js';
import { OUTCOME_RATES } from './a12-two-sided.js';
import { NOISE_VARIANCE } from './maths/guess.js';
import { difference, isPrintedAs, proportion, ratio } from './maths/published-formulas.js';
import type { Counts } from './maths/published-formulas.js';
import { rounded, share } from './score.js';
import type { Score } from './score.js';
import { rowsOf } from './world/asking.js';
import type { Rate } from './world/asking.js';
import type { Role, World } from './world/open-world.js';

const ROUNDING_VARIANCE = 2;
const GROUPS = [[], ['CALL_TYPE'], ['AGE_BAND'], ['SHIFT', 'GENDER']];
/** A period, and how many displayed periods it is the sum of. */
const PERIODS = [
  [['2025-Q1', '2025-Q1'], 1],
  [['2024', '2025'], 2],
  [['2024', '2025-Q1'], 2],
] as const;

/** A11: recompute every number of outcomes, comparisons, trends and funnels from the counts beside it. */
export async function inversion(world: World): Promise<Score> {
  const verdicts = [
    ...(await ratesOf(world, 'researcher')),
    ...(await ratesOf(world, 'public')),
    ...(await comparisons(world)),
    ...(await comparisonsAgain(world)),
    ...(await studiesAgain(world)),
  ];
  const wrong = verdicts.filter((verdict) => verdict !== 'SAME');
  const mismatch = share(wrong.length, verdicts.length);
  return {
    id: 'A11',
    score: rounded(mismatch),
    baseline: 0,
    passes: mismatch === 0 && verdicts.length > 0,
    breaks: mismatch > 0,
    finding: wrong[0] ?? `${verdicts.length} estimates follow from the counts displayed beside them`,
  };
}

async function ratesOf(world: World, role: Role): Promise<readonly string[]> {
  const groups = role === 'public' ? [[], ['RESPONSE_MODEL']] : GROUPS;
  const verdicts: string[] = [];
  for (const [period, times] of PERIODS) {
    const answers = await world.ask(
      role,
      groups.map((by) => ({ by, period, measures: OUTCOME_RATES })),
    );
    for (const { group, rates } of answers.flatMap(rowsOf)) {
      for (const [measure, rate] of Object.entries(rates)) {
        const counts = countsOf(rate, { measure, times, role });
        if (rate.value === null || counts === null) continue;
        const isSame = isPrintedAs(proportion(counts), rate);
        verdicts.push(isSame ? 'SAME' : `${role} ${measure} ${JSON.stringify([group, period, rate])}`);
      }
    }
  }
  return verdicts;
}

/** The counts beside a rate; the codebook says how many displayed cells each is the sum of. */
function countsOf(
  { numerator, denominator }: Rate,
  { measure, times, role }: { measure: string; times: number; role: Role },
): Counts | null {
  const definition = measures.find(({ code }) => code === measure);
  if (numerator === null || denominator === null || definition?.kind !== 'RATE') return null;

  const variance = times * (NOISE_VARIANCE + (role === 'public' ? ROUNDING_VARIANCE : 0));
  return {
    x: numerator,
    n: denominator,
    varianceX: variance * definition.numerator.length,
    varianceN: variance * definition.denominator.length,
  };
}

interface Compared {
  readonly rate: Rate;
  readonly baseline: Rate;
  readonly difference: Rate;
  readonly ratio: Rate;
}

async function comparisons({ address, tokenOf }: World): Promise<readonly string[]> {
  const rate = '{ value lower upper numerator denominator status }';
  const interval = '{ value lower upper status }';
  const fields = `{ rate ${rate} baseline ${rate} difference ${interval} ratio ${interval} }`;
  const text = `{ compare(by: [SHIFT], period: { from: "2025-Q1", to: "2025-Q1" }) { ... on ComparisonTable {
    arms { responseModel ${OUTCOME_RATES.map((measure) => `${measure} ${fields}`).join(' ')} } } } }`;
  const { data } = await ask(address, text, { token: tokenOf('researcher') });
  const { arms } = data?.['compare'] as { arms: readonly Readonly<Record<string, Compared>>[] };
  return arms.flatMap((arm) => OUTCOME_RATES.flatMap((measure) => compared(measure, arm[measure])));
}

function compared(measure: string, seen: Compared | undefined): readonly string[] {
  if (seen === undefined || seen.difference.value === null) return [];
  const known = { measure, times: 1, role: 'researcher' } as const;
  const [arm, baseline] = [countsOf(seen.rate, known), countsOf(seen.baseline, known)];
  if (arm === null || baseline === null) return [`${measure} has a difference without counts`];

  const pairs = [
    [proportion(arm), seen.rate],
    [difference(arm, baseline), seen.difference],
    [ratio(arm, baseline), seen.ratio],
  ] as const;
  return pairs.map(([made, printed]) =>
    isPrintedAs(made, printed) ? 'SAME' : `${measure} ${JSON.stringify(printed)}`,
  );
}
