import { dimensions } from '../../schema/catalogue/index.js';
import type { Release as ReleaseRecord } from '../../schema/records/index.js';
import type { ComparisonAnswer, OutcomesAnswer, Refused, TableFrame } from '../flow/index.js';
import { lensLimits } from '../flow/index.js';

const FIELD_OF_AXIS: Readonly<Record<string, string>> = Object.fromEntries([
  ...dimensions.map(({ code, field }) => [code, field] as const),
  ...['AGENCY', 'COUNTY', 'STATE', 'MONTH', 'QUARTER', 'YEAR'].map((axis) => [axis, axis.toLowerCase()] as const),
]);

/** Answers are remembered by the flow; their form on the wire is remembered with them. */
const known = new WeakMap<OutcomesAnswer, object>();

/** An answer as its GraphQL type has it: groups by field name, measures beside them. */
export function outcomesOnWire(answer: OutcomesAnswer): object {
  const onWire = known.get(answer) ?? wireForm(answer);
  known.set(answer, onWire);
  return onWire;
}

function wireForm(answer: OutcomesAnswer): object {
  if (answer.kind === 'REFUSED') return refusalOnWire(answer);
  const { rows, rowCount, ...frame } = answer;
  return {
    rows: rows.map(({ group, measures, ...row }) => ({
      group: groupOnWire(group),
      ...row,
      ...measures,
    })),
    rowCount,
    rowsLeftOut: rowCount - rows.length,
    ...frameOnWire(frame),
  };
}

export function comparisonOnWire(answer: ComparisonAnswer): object {
  if (answer.kind === 'REFUSED') return refusalOnWire(answer);
  return {
    baseline: answer.baseline,
    arms: answer.arms.map(({ group, measures, ...arm }) => ({
      group: groupOnWire(group),
      ...arm,
      ...measures,
    })),
    caveats: answer.caveats,
    ...frameOnWire(answer.table),
  };
}

export function releaseOnWire({ manifest, ...release }: ReleaseRecord): ReleaseOnWire {
  const { kind, policyId, latticeVersion, participants } = manifest;
  const text = JSON.stringify(manifest);
  return { ...release, kind, policyId, latticeVersion, participants, agencyCount: participants.length, manifest: text };
}

interface ReleaseOnWire extends Omit<ReleaseRecord, 'manifest'> {
  readonly manifest: string;
  readonly kind: string;
  readonly policyId: string;
  readonly latticeVersion: string;
  readonly participants: ReleaseRecord['manifest']['participants'];
  readonly agencyCount: number;
}

function frameOnWire({ lens, policyId, release, ...frame }: TableFrame): object {
  const { threshold, roundingBase } = lensLimits(lens);
  return { ...frame, release: releaseOnWire(release), policy: { id: policyId, lens, threshold, roundingBase } };
}

function refusalOnWire({ reason, message, nearestBy }: Refused): object {
  return { reason, message, nearestBy };
}

function groupOnWire(group: Readonly<Record<string, string>>): object {
  return Object.fromEntries(Object.entries(group).map(([axis, node]) => [FIELD_OF_AXIS[axis] ?? axis, node]));
}
