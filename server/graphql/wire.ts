import { dimensions } from '../../schema/catalogue/index.js';
import type { PeerGroup, Release as ReleaseRecord } from '../../schema/records/index.js';
import type {
  ComparabilityTable,
  ComparisonAnswer,
  OutcomesAnswer,
  OutcomesTable,
  ReachAnswer,
  Refused,
  TableFrame,
} from '../flow/index.js';
import { lensLimits } from '../flow/index.js';

const FIELD_OF_AXIS: Readonly<Record<string, string>> = Object.fromEntries([
  ...dimensions.map(({ code, field }) => [code, field] as const),
  ...['AGENCY', 'COUNTY', 'STATE', 'MONTH', 'QUARTER', 'YEAR', 'YEARS'].map(
    (axis) => [axis, axis.toLowerCase()] as const,
  ),
  ['PEER_GROUP', 'peerGroup'],
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

/** A table to share as its GraphQL type has it. */
export function sharedTableOnWire(answer: OutcomesAnswer, threshold: number): object {
  if (answer.kind === 'REFUSED') return refusalOnWire(answer);
  const { rows, release, policyId, protection, footnotes, handle } = answer;
  return {
    rows: rows.map(({ group, encounters: { value, status } }) => ({
      group: groupOnWire(group),
      encounters: { value, status },
    })),
    ...{ release: releaseOnWire(release), policyId, threshold, protection, footnotes, handle },
  };
}

export function comparisonOnWire(answer: ComparisonAnswer): object {
  if (answer.kind === 'REFUSED') return refusalOnWire(answer);
  return {
    armsBy: answer.armsBy,
    baseline: answer.baseline,
    adjustedFor: answer.adjustedFor,
    standard: answer.standard,
    arms: answer.arms.map(({ group, measures, ...arm }) => ({
      group: groupOnWire(group),
      ...arm,
      ...measures,
    })),
    caveats: answer.caveats,
    comparability: answer.comparability,
    ...frameOnWire(answer.table),
  };
}

export function releaseOnWire({ manifest, ...release }: ReleaseRecord): ReleaseOnWire {
  const { kind, policyId, latticeVersion, participants, peerGroups = [] } = manifest;
  const text = JSON.stringify(manifest);
  const agencyCount = participants.length;
  return { ...release, kind, policyId, latticeVersion, participants, peerGroups, agencyCount, manifest: text };
}

interface ReleaseOnWire extends Omit<ReleaseRecord, 'manifest'> {
  readonly manifest: string;
  readonly kind: string;
  readonly policyId: string;
  readonly latticeVersion: string;
  readonly participants: ReleaseRecord['manifest']['participants'];
  readonly peerGroups: readonly PeerGroup[];
  readonly agencyCount: number;
}

export function reachOnWire(answer: ReachAnswer | Refused): object {
  if (answer.kind === 'REFUSED') return refusalOnWire(answer);
  const { kind: _kind, table, wholeHandle, ...reach } = answer;
  return { ...reach, ...frameOnWire(table), handles: [table.handle, wholeHandle] };
}

export function comparabilityOnWire(answer: ComparabilityTable | Refused): object {
  if (answer.kind === 'REFUSED') return refusalOnWire(answer);
  return {
    ...answer,
    agencies: answer.agencies.map(({ declared, months, ...agency }) => ({
      ...agency,
      monthsReported: months.length,
      points: [...declared].map(([point, values]) => ({
        point,
        values: values.filter((value) => value !== null),
        isDeclared: values.length > 0 && !values.includes(null),
      })),
    })),
  };
}

export function frameOnWire({ lens, policyId, release, ...frame }: TableFrame): FrameOnWire {
  const { threshold, roundingBase } = lensLimits(lens);
  return { ...frame, release: releaseOnWire(release), policy: { id: policyId, lens, threshold, roundingBase } };
}

interface FrameOnWire extends Pick<OutcomesTable, 'contributors' | 'protection' | 'footnotes' | 'handle'> {
  readonly release: ReleaseOnWire;
  readonly policy: object;
}

export function refusalOnWire({ reason, message, nearestBy }: Refused): object {
  return { reason, message, nearestBy };
}

export function groupOnWire(group: Readonly<Record<string, string>>): object {
  return Object.fromEntries(Object.entries(group).map(([axis, node]) => [FIELD_OF_AXIS[axis] ?? axis, node]));
}
