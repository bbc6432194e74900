import { drawFrom, uniformOf } from '../../server/protect/draw.js';
import { derivedKey } from '../../server/protect/record-key.js';
import { dimensionOf } from '../../schema/catalogue/index.js';
import { chanceFrom } from '../../seeds/chance.js';
import { TEST_SECRETS } from '../support/house.js';
import { ask } from '../support/ask.js';

import { noiseProbability } from './maths/noise.js';
import { rounded } from './score.js';
import type { Score } from './score.js';
import { fieldText, rowsOf } from './world/asking.js';
import type { Question } from './world/asking.js';
import { subsetsOf } from './world/crawl.js';
import { VARIED } from './world/latent-classes.js';
import type { World } from './world/open-world.js';
import type { TrueRow } from './world/truth.js';

const PERIOD = '2025-Q1';
/** From here on a cell is shown whatever its noise. */
const ALWAYS_SHOWN_FROM = 16;
/** Noise is judged value by value from -6 to 6, with the rest at the ends: 12 degrees of freedom. */
const FURTHEST = 6;
/** Upper 1e-4 point of chi-squared with 12 degrees of freedom. */
const CHI_SQUARED_MAX = 39.13;
const CORRELATION_MAX = 0.02;
const KEY_MODULUS = 2 ** 48;
const CANARY_DIGITS = 9;
/** A region has a few thousand cells; so many draws tell apart what they cannot. */
const DRAWS = 400_000;

interface Drawn {
  readonly n: number;
  readonly keySum: number;
  readonly noise: number;
}

/** A18: is the noise as published, independent of the noise above it, and does no secret show anywhere? */
export async function drawQuality(world: World): Promise<Score> {
  const tables = new Map<string, ReadonlyMap<string, Drawn>>();
  for (const axes of subsetsOf(VARIED, 2)) tables.set(axes.join(' '), await drawnIn(world, axes));

  const sets = new Map(
    [...tables.values()].flatMap((table) => [...table.values()].map((one) => [`${one.n} ${one.keySum}`, one])),
  );
  const chiSquared = fitOf([...sets.values()].map(({ noise }) => noise));
  const nested = [...tables].flatMap(([axes, table]) => nestedPairs(axes.split(' '), table, tables));
  const correlation = correlationOf(nested);
  const allowed = CORRELATION_MAX + 2 / Math.sqrt(nested.length);
  const alone = drawnAlone(world.seed);
  const many = { chiSquared: fitOf(alone.map(([, noise]) => noise)), correlation: correlationOf(alone) };
  const leaks = await canariesSeen(world, [...sets.values()]);
  return {
    id: 'A18',
    score: rounded(chiSquared),
    baseline: CHI_SQUARED_MAX,
    passes:
      [chiSquared, many.chiSquared].every((one) => one <= CHI_SQUARED_MAX) &&
      Math.abs(correlation) <= allowed &&
      Math.abs(many.correlation) < CORRELATION_MAX &&
      leaks.length === 0,
    breaks: false,
    finding:
      leaks[0] ??
      `${sets.size} draws, chi-squared ${rounded(chiSquared)}; ${nested.length} nested pairs, correlation ${rounded(correlation)}; ` +
        `${DRAWS} draws of the product alone, ${rounded(many.chiSquared)} and ${rounded(many.correlation)}; no canary seen`,
  };
}

/** The noise of random sets, each beside that of the set without one of its encounters. */
function drawnAlone(seed: number): readonly (readonly [number, number])[] {
  const [chance, draw] = [chanceFrom(`draws ${seed}`), drawFrom(TEST_SECRETS.perturbation, 'enc')];
  const key = (): number => chance.below(2 ** 24) * 2 ** 24 + chance.below(2 ** 24);
  return Array.from({ length: DRAWS }, () => {
    const [n, without, one] = [ALWAYS_SHOWN_FROM + chance.below(100), key(), key()];
    const whole = { n: n + 1, keySum: (without + one) % KEY_MODULUS };
    return [draw({ n, keySum: without }, 'pool'), draw(whole, 'pool')] as const;
  });
}

/** The noise of every cell of a table that is surely shown, by its leaves. */
async function drawnIn(world: World, axes: readonly string[]): Promise<ReadonlyMap<string, Drawn>> {
  const by = ['AGENCY', 'QUARTER', ...axes];
  const [answer] = await world.ask('stateOffice', [{ by, period: PERIOD }]);
  const columns = ['agency_id', ...axes.map((code) => dimensionOf(code).column)];
  const truth = tally(world.truth.rows({ period: PERIOD, nodes: {} }), columns);
  return new Map(
    rowsOf(answer).flatMap(({ group, encounters: { value } }) => {
      const name = by
        .filter((axis) => axis !== 'QUARTER')
        .map((axis) => group[axis])
        .join(' ');
      const known = truth.get(name);
      if (known === undefined || known.n < ALWAYS_SHOWN_FROM || value === null) return [];
      return [[name, { ...known, noise: value - known.n }] as const];
    }),
  );
}

function tally(
  rows: readonly TrueRow[],
  columns: readonly string[],
): ReadonlyMap<string, { readonly n: number; readonly keySum: number }> {
  const counts = new Map<string, { n: number; keySum: number }>();
  for (const row of rows) {
    const name = columns.map((column) => row[column]).join(' ');
    const { n, keySum } = counts.get(name) ?? { n: 0, keySum: 0 };
    counts.set(name, { n: n + 1, keySum: (keySum + Number(row['rk'])) % KEY_MODULUS });
  }
  return counts;
}

/** Pearson's statistic of the noise against the published table. */
function fitOf(noises: readonly number[]): number {
  const bins = Array.from({ length: 2 * FURTHEST + 1 }, (_, index) => index - FURTHEST);
  const clamped = (noise: number): number => Math.max(-FURTHEST, Math.min(FURTHEST, noise));
  const every = Array.from({ length: 21 }, (_, index) => index - 10);
  return bins.reduce((sum, bin) => {
    const seen = noises.filter((noise) => clamped(noise) === bin).length;
    const probability = every
      .filter((noise) => clamped(noise) === bin)
      .reduce((part, noise) => part + noiseProbability(ALWAYS_SHOWN_FROM, noise), 0);
    const expected = probability * noises.length;
    return sum + (seen - expected) ** 2 / expected;
  }, 0);
}

/** The noise of each cell of a pair of dimensions beside that of the cell without the second. */
function nestedPairs(
  axes: readonly string[],
  table: ReadonlyMap<string, Drawn>,
  tables: ReadonlyMap<string, ReadonlyMap<string, Drawn>>,
): readonly (readonly [number, number])[] {
  const above = axes.length === 2 ? tables.get(axes[0] ?? '') : undefined;
  return [...table].flatMap(([name, { n, noise }]) => {
    const parent = above?.get(name.split(' ').slice(0, -1).join(' '));
    return parent === undefined || parent.n === n ? [] : [[noise, parent.noise] as const];
  });
}

function correlationOf(pairs: readonly (readonly [number, number])[]): number {
  const mean = (of: (pair: readonly [number, number]) => number): number =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  const [one, other] = [mean(([x]) => x), mean(([, y]) => y)];
  const covariance = mean(([x, y]) => (x - one) * (y - other));
  return covariance / Math.sqrt(mean(([x]) => (x - one) ** 2) * mean(([, y]) => (y - other) ** 2));
}

/** Ask a talkative process good and bad questions: no record key, key sum or uniform number may be in what it says. */
async function canariesSeen(world: World, drawn: readonly Drawn[]): Promise<readonly string[]> {
  const hub = await world.replica({ LOG_LEVEL: 'debug' });
  const good: Question = { by: ['SHIFT', 'GENDER'], period: PERIOD, measures: ['arrestRate'] };
  const texts = [`{ ${fieldText(good)} }`, '{ nothing }', `{ ${fieldText({ period: '2031' })} }`, '{'];
  const answers = await Promise.all(texts.map((text) => ask(hub.address, text, { token: hub.tokenOf('stateOffice') })));
  const said = hub.words() + JSON.stringify(answers);
  const key = derivedKey(TEST_SECRETS.perturbation, 'pert', 'pool');
  const canaries = [
    ...world.truth.rows({ period: PERIOD, nodes: {} }).map((row) => row['rk'] ?? ''),
    ...drawn.flatMap((one) => [String(one.keySum), String(uniformOf(key, 'enc', one))]),
    ...Object.values(TEST_SECRETS).map((secret) => secret.toString('hex')),
  ].filter((canary) => canary.length >= CANARY_DIGITS);
  return canaries.filter((canary) => said.includes(canary)).map((canary) => `said ${canary}`);
}
