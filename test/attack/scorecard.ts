import { hitsOf, isHarmless, sentence } from './maths/guess.js';
import type { Hits } from './maths/guess.js';
import { rounded } from './score.js';
import type { Attack, Score } from './score.js';

/** One attack on one region: against the real build, and against the weakened one if there is one. */
export interface Run {
  readonly id: string;
  readonly seed: number;
  readonly real: Score;
  readonly weak: Score | null;
}

/** One attack over all regions. */
export interface Summary {
  readonly id: string;
  readonly name: string;
  readonly weakening: string | null;
  readonly score: Spread;
  readonly baseline: number;
  readonly weakScore: Spread | null;
  /** Whether the real build passed in every region; where counts were guessed, over all regions together. */
  readonly isHeld: boolean;
  /** Whether the weakened build broke in every region; null without one. */
  readonly hasTeeth: boolean | null;
  readonly finding: string;
}

/** What was attacked: the rules of protection, and the lattice of cells. */
export interface Version {
  readonly policyId: string;
  readonly latticeVersion: string;
}

/** A mean with its 95 % interval over regions. */
export interface Spread {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

export function summaryOf({ id, name, weakening }: Attack, runs: readonly Run[]): Summary {
  const weak = runs.flatMap((run) => (run.weak === null ? [] : [run.weak]));
  return {
    id,
    name,
    weakening,
    ...(verdictOfViews(runs) ?? verdictOfRegions(runs)),
    weakScore: weak.length === 0 ? null : spreadOf(weak.map(({ score }) => score)),
    hasTeeth: weak.length === 0 ? null : weak.every(({ breaks }) => breaks),
  };
}

type Verdict = Pick<Summary, 'score' | 'baseline' | 'isHeld' | 'finding'>;

function verdictOfRegions(runs: readonly Run[]): Verdict {
  const worst = runs.toSorted((one, other) => other.real.score - one.real.score)[0];
  return {
    score: spreadOf(runs.map(({ real }) => real.score)),
    baseline: spreadOf(runs.map(({ real }) => real.baseline)).mean,
    isHeld: runs.every(({ real }) => real.passes),
    finding: worst === undefined ? '' : `seed ${worst.seed}: ${worst.real.finding}`,
  };
}

/** Where hidden counts were guessed: the greatest advantage of any view, over the counts of all regions. Null elsewhere. */
function verdictOfViews(runs: readonly Run[]): Verdict | null {
  const names = [...new Set(runs.flatMap(({ real: { views = [] } }) => views.map((view) => view.name)))];
  if (names.length === 0) return null;

  const pooled = names.map((view) => ({ view, hits: pooledHits(view, runs) }));
  const { hits } = pooled.reduce((one, other) => (other.hits.advantage > one.hits.advantage ? other : one));
  const half = 1.96 * hits.standardError;
  return {
    score: {
      mean: rounded(hits.advantage),
      lower: rounded(hits.advantage - half),
      upper: rounded(hits.advantage + half),
    },
    baseline: 0,
    isHeld: pooled.every((one) => isHarmless(one.hits)),
    finding: pooled.map((one) => `${one.view}: ${sentence(one.hits)}`).join('; '),
  };
}

function pooledHits(name: string, runs: readonly Run[]): Hits {
  return hitsOf(...runs.map(({ real: { views = [] } }) => views.find((view) => view.name === name)?.clues ?? []));
}

function spreadOf(values: readonly number[]): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
  const half = 1.96 * Math.sqrt(variance / values.length);
  return { mean: rounded(mean), lower: rounded(mean - half), upper: rounded(mean + half) };
}

/** The scorecard as a page. */
export function scorecard(
  summaries: readonly Summary[],
  { seeds, policyId, latticeVersion }: Version & { readonly seeds: number },
): string {
  const text = ({ mean, lower, upper }: Spread): string => `${mean} [${lower}, ${upper}]`;
  const lines = summaries.map(
    ({ id, name, weakening, score, baseline, weakScore, isHeld, hasTeeth }) =>
      `| ${id} | ${name} | ${text(score)} | ${baseline} | ${isHeld ? 'held' : '**lost**'} | ${weakening ?? '-'} | ` +
      `${weakScore === null ? '-' : text(weakScore)} | ${hasTeeth === null ? '-' : hasTeeth ? 'broken' : '**not broken**'} |`,
  );
  return [
    '# Scorecard',
    '',
    `Made by \`npm run attack -- --seeds ${seeds}\` of policy ${policyId} and lattice ${latticeVersion}.`,
    `Scores are means over regions 1 to ${seeds} with their 95 % interval. Where hidden counts are guessed the score is the`,
    'greatest advantage over the best constant, over all regions together: at most .05 and two standard errors. What else',
    'each counts, and what it may be, is in its file. Source: disclosure policy, section 5.',
    '',
    '| id | attack | real build | baseline | verdict | weakened | its score | verdict |',
    '| -- | ------ | ---------- | -------- | ------- | -------- | --------- | ------- |',
    ...lines,
    '',
    '## Strongest single findings, real build',
    '',
    ...summaries.map(({ id, finding }) => `- ${id}, ${finding}`),
    '',
    '## Attacks that await federation',
    '',
    '- A16, a hostile hub or a hostile node: agencies contribute to one store, so there is neither yet.',
    '',
  ].join('\n');
}
