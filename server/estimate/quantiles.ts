import { MINUTE_BIN_EDGES } from '../../schema/codelists/index.js';
import type { DisplayedSum, Quantile, QuantilesEstimate } from '../table/index.js';

import { groupedQuantile } from './grouped-quantile.js';
import { noisyProportion } from './proportion.js';
import { printedOrNull } from './rounding.js';
import { countShown } from './sum-shown.js';

/** Fewest displayed encounters a quantile is given for. Source: disclosure policy, section 2.10. */
const COUNT_MIN = 30;

/**
 * Smallest share of the encounters that the displayed bins must hold. The suppressed bins are the long waits: without a
 * quarter of them the interval of a median held it in 78 of 100 looks (docs/coverage.md).
 */
const SHARE_MIN = 0.9;

interface Bins {
  readonly counts: readonly number[];
  readonly variances: readonly number[];
  readonly total: number;
}

/**
 * Median and 90th percentile of a duration, in minutes, from the displayed bins alone.
 *
 * A suppressed bin counts as empty: it holds fewer than the threshold. A quantile is shown when the displayed bins add
 * up to nine tenths of all and to 30, and at least the threshold of them lie in or below its bin, and in or above it.
 * Source: disclosure policy, section 2.10.
 */
export function estimateQuantiles({
  bins,
  denominator,
  unknown,
  notCollected,
  threshold,
}: {
  bins: readonly DisplayedSum[];
  /** Encounters with a known duration. */
  denominator: DisplayedSum;
  unknown: DisplayedSum;
  notCollected: DisplayedSum;
  threshold: number;
}): QuantilesEstimate {
  const displayed = displayedBins(bins);
  const isWhole = denominator.status === 'SHOWN' && displayed.total >= SHARE_MIN * denominator.count;
  const at = (probability: number): Quantile => (isWhole ? quantileOf(displayed, probability, threshold) : SUPPRESSED);
  const [median, p90] = [at(0.5), at(0.9)];

  return {
    median,
    p90,
    count: displayed.total >= COUNT_MIN ? displayed.total : null,
    unknown: countShown(unknown),
    notCollected: countShown(notCollected),
    status: median.status,
  };
}

function displayedBins(bins: readonly DisplayedSum[]): Bins {
  const counts = bins.map((bin) => (bin.status === 'SHOWN' ? Math.max(0, bin.count) : 0));
  const variances = bins.map((bin) => (bin.status === 'SHOWN' ? bin.variance : 0));
  return { counts, variances, total: counts.reduce((sum, count) => sum + count, 0) };
}

function quantileOf(bins: Bins, probability: number, threshold: number): Quantile {
  const found = groupedQuantile({ counts: bins.counts, edges: MINUTE_BIN_EDGES, probability });
  if (found === null || bins.total < COUNT_MIN || !isPeopled(bins, probability, threshold)) return SUPPRESSED;
  if (found.kind === 'OPEN') return { value: null, lower: null, upper: null, atLeast: found.atLeast, status: 'SHOWN' };

  return { value: printedOrNull(found.value), ...bandOf(bins, probability), atLeast: null, status: 'SHOWN' };
}

const SUPPRESSED: Quantile = { value: null, lower: null, upper: null, atLeast: null, status: 'SUPPRESSED' };

/** Whether enough encounters lie up to the quantile's bin, and from it on. */
function isPeopled({ counts, total }: Bins, probability: number, threshold: number): boolean {
  let below = 0;
  for (const count of counts) {
    if (count > 0 && below + count >= probability * total)
      return below + count >= threshold && total - below >= threshold;
    below += count;
  }
  return false;
}

/**
 * 95 % interval of a quantile: the interval of the cumulative share at every bin edge, read across at the probability.
 *
 * An end in the open last bin is null.
 */
function bandOf(bins: Bins, probability: number): { readonly lower: number | null; readonly upper: number | null } {
  const band = MINUTE_BIN_EDGES.map((edge, index) => ({ edge, ...shareBelow(bins, index) }));
  return {
    lower: printedOrNull(
      crossing(
        band.map(({ edge, upper }) => ({ edge, share: upper })),
        probability,
      ),
    ),
    upper: printedOrNull(
      crossing(
        band.map(({ edge, lower }) => ({ edge, share: lower })),
        probability,
      ),
    ),
  };
}

/** Interval of the share of encounters below an edge. */
function shareBelow(
  { counts, variances, total }: Bins,
  index: number,
): { readonly lower: number; readonly upper: number } {
  if (index === 0) return { lower: 0, upper: 0 };
  const sum = (values: readonly number[]): number => values.reduce((left, right) => left + right, 0);
  const estimate = noisyProportion({
    events: sum(counts.slice(0, index)),
    trials: total,
    eventsVariance: sum(variances.slice(0, index)),
    trialsVariance: sum(variances),
  });
  return estimate?.interval ?? { lower: 0, upper: 1 };
}

/** Where a rising curve given at the edges reaches a height; null when not before the last edge. */
function crossing(points: readonly { edge: number; share: number }[], height: number): number | null {
  const index = points.findIndex(({ share }) => share >= height);
  const [before, after] = [points[index - 1], points[index]];
  if (before === undefined || after === undefined) return null;
  return before.edge + ((height - before.share) / (after.share - before.share)) * (after.edge - before.edge);
}
