import type { PeerGroup, Release as ReleaseRecord } from '../../schema/records/index.js';
import type {
  ComparabilityTable,
  ComparisonAnswer,
  ComparisonQuestion,
  Forecast,
  OutcomesAnswer,
  OutcomesTable,
  ReachAnswer,
  Refused,
  TableFrame,
} from '../flow/index.js';
import { lensLimits } from '../flow/index.js';

import type { Asked } from './asked-as.js';
import { FIELD_OF_AXIS } from './axis-fields.js';
import { nearestOnWire } from './nearest-on-wire.js';

/** Answers are remembered by the flow; their form on the wire is remembered with them. */
const known = new WeakMap<OutcomesTable, object>();

/** An answer as its GraphQL type has it: groups by field name, measures beside them. */
export function outcomesOnWire(answer: OutcomesAnswer, asked: Asked): object {
  if (answer.kind === 'REFUSED') return refusalOnWire(answer, asked);

  const onWire = known.get(answer) ?? tableOnWire(answer);
  known.set(answer, onWire);
  return onWire;
}

function tableOnWire({ rows, rowCount, ...frame }: OutcomesTable): object {
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
  const asked: Asked = { as: { field: 'ownTableToShare', threshold }, measures: [] };
  if (answer.kind === 'REFUSED') return refusalOnWire(answer, asked);
  const { rows, release, policyId, protection, footnotes, handle } = answer;
  return {
    rows: rows.map(({ group, encounters: { value, status } }) => ({
      group: groupOnWire(group),
      encounters: { value, status },
    })),
    ...{ release: releaseOnWire(release), policyId, threshold, protection, footnotes, handle },
  };
}

export function comparisonOnWire(answer: ComparisonAnswer, asked: ComparisonQuestion): object {
  if (answer.kind === 'REFUSED') return refusalOnWire(answer, askedToCompare(asked));
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

export function reachOnWire(answer: ReachAnswer | Refused, asked: Asked): object {
  if (answer.kind === 'REFUSED') return refusalOnWire(answer, asked);
  const { kind: _kind, table, wholeHandle, ...reach } = answer;
  return { ...reach, ...frameOnWire(table), handles: [table.handle, wholeHandle] };
}

export function comparabilityOnWire(answer: ComparabilityTable | Refused, asked: Asked): object {
  if (answer.kind === 'REFUSED') return refusalOnWire(answer, asked);
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

/** What would become of a question, as its GraphQL type has it. */
export function forecastOnWire({ refused, table, quota }: Forecast, asked: Asked): object {
  const answered = { reason: null, message: null, wouldMakeItAnswerable: null, nearest: null };
  const { measuresNotPermitted = [], ...sizes } = table ?? { handle: null, rowCount: null, rowsNotPermitted: null };
  return {
    isAnswered: refused === null,
    ...(refused === null ? answered : refusalOnWire(refused, asked)),
    ...sizes,
    measuresNotPermitted,
    quota,
  };
}

export function askedToCompare({
  question: { measures },
  armsBy = 'RESPONSE_MODEL',
  baseline,
  arms,
  standard = 'BASELINE_ARM',
  evenIfNotComparable = false,
}: ComparisonQuestion): Asked {
  return { as: { field: 'compare', armsBy, baseline, arms, standard, evenIfNotComparable }, measures };
}

export function refusalOnWire({ reason, message, remedy, nearest }: Refused, asked: Asked): object {
  const near = nearest === null ? null : nearestOnWire(nearest, asked);
  return { reason, message, wouldMakeItAnswerable: remedy, nearestBy: near?.by ?? null, nearest: near };
}

export function groupOnWire(group: Readonly<Record<string, string>>): object {
  return Object.fromEntries(Object.entries(group).map(([axis, node]) => [FIELD_OF_AXIS[axis] ?? axis, node]));
}
