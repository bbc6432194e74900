/** A quantile of binned values: a number of minutes, or that it lies in the open last bin. */
export type GroupedQuantile =
  { readonly kind: 'VALUE'; readonly value: number } | { readonly kind: 'OPEN'; readonly atLeast: number };

/**
 * A quantile by linear interpolation within the bin it falls in.
 *
 * Counts may be negative after noise and are clipped at zero. The last bin has no upper edge, so a quantile there is
 * only known to be at least its lower edge. Source: disclosure policy, section 2.10.
 *
 * @param edges lower edges of the bins, ascending; the last bin is open.
 * @returns null when the bins are empty.
 */
export function groupedQuantile({
  counts,
  edges,
  probability,
}: {
  counts: readonly number[];
  edges: readonly number[];
  probability: number;
}): GroupedQuantile | null {
  const clipped = counts.map((count) => Math.max(0, count));
  const total = clipped.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;

  let below = 0;
  for (const [index, count] of clipped.entries()) {
    const target = probability * total;
    if (count > 0 && below + count >= target) return within({ edges, index, share: (target - below) / count });
    below += count;
  }
  return { kind: 'OPEN', atLeast: edges.at(-1) ?? 0 };
}

function within({ edges, index, share }: { edges: readonly number[]; index: number; share: number }): GroupedQuantile {
  const [from = 0, until] = [edges[index], edges[index + 1]];
  return until === undefined
    ? { kind: 'OPEN', atLeast: from }
    : { kind: 'VALUE', value: from + share * (until - from) };
}
