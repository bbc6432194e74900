import { KNOWN } from '../../../schema/codelists/index.js';
import { dimensionOf } from '../../../schema/catalogue/index.js';
import {
  estimateCount,
  estimateDistribution,
  estimateQuantiles,
  estimateRate,
  sumShown,
  withoutValue,
} from '../../estimate/index.js';
import type { PlannedMeasure, PlannedRow } from '../../plan/index.js';
import type { CountEstimate, MeasureEstimate, ProtectedTable, ValueStatus } from '../../table/index.js';

import type { Asking } from './protected-plan.js';

/** The number of encounters in a row. */
export function encountersOf({ encounters, isPermitted }: PlannedRow, table: ProtectedTable): CountEstimate {
  return isPermitted ? estimateCount(sumShown(encounters, table)) : withoutValue('NOT_PERMITTED').count;
}

/** The estimate of a measure in a row, or the reason it has none. */
export function measureOf({
  planned,
  row,
  asking,
  table,
}: {
  planned: PlannedMeasure;
  row: PlannedRow;
  asking: Asking;
  table: ProtectedTable;
}): MeasureEstimate {
  const without = reasonWithout(planned, row, asking);
  return without === null ? estimateOf(planned, table) : emptyEstimate(planned, without);
}

/** Why a row cannot have the measure at all, from metadata; null when it can. */
export function reasonWithout(
  { measure, isPermitted: isMeasurePermitted, denominator }: PlannedMeasure,
  { isPermitted, agencyIds }: PlannedRow,
  { scene }: Asking,
): ValueStatus | null {
  if (!isPermitted || !isMeasurePermitted) return 'NOT_PERMITTED';
  if (denominator.length === 0) return 'NOT_APPLICABLE';

  const silent = scene.release.manifest.participants.filter(({ notCollected }) =>
    notCollected.includes(measure.dimension),
  );
  const silentIds = new Set(silent.map(({ agencyId }) => agencyId));
  return agencyIds.every((id) => silentIds.has(id)) ? 'NOT_COLLECTED' : null;
}

function estimateOf(planned: PlannedMeasure, table: ProtectedTable): MeasureEstimate {
  const beside = {
    unknown: sumShown(planned.unknown, table),
    notCollected: sumShown(planned.notCollected, table),
    notEngaged: planned.notEngaged === null ? null : sumShown(planned.notEngaged, table),
  };
  const parts = planned.parts.map((part) => sumShown(part, table));
  const denominator = sumShown(planned.denominator, table);
  const threshold = table.thresholdOf(planned.denominator);

  switch (planned.measure.kind) {
    case 'RATE': {
      const [numerator = denominator] = parts;
      return estimateRate({ numerator, denominator, ...beside, threshold });
    }
    case 'QUANTILES':
      return estimateQuantiles({ bins: parts, denominator, ...beside, threshold });
    case 'DISTRIBUTION':
      return estimateDistribution({ parts: labelled(planned, parts), denominator, ...beside, threshold });
  }
}

function emptyEstimate({ measure }: PlannedMeasure, status: ValueStatus): MeasureEstimate {
  const { rate, quantiles, distribution } = withoutValue(status);
  return { RATE: rate, QUANTILES: quantiles, DISTRIBUTION: distribution }[measure.kind];
}

function labelled<Sum>(
  { measure }: PlannedMeasure,
  sums: readonly Sum[],
): readonly { code: string; label: string; sum: Sum }[] {
  const { tree, nodes } = dimensionOf(measure.dimension);
  const leaves = tree.leavesOf(KNOWN);
  return sums.map((sum, index) => {
    const code = leaves[index] ?? '';
    return { code, label: nodes.find((node) => node.code === code)?.label ?? code, sum };
  });
}
