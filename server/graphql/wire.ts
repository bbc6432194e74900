import type { Release as ReleaseRecord } from '../../schema/records/index.js';
import type {
  ComparisonAnswer,
  ComparisonQuestion,
  Forecast,
  OutcomesAnswer,
  OutcomesTable,
  Refused,
  TableFrame,
} from '../flow/index.js';
import { lensLimits } from '../flow/index.js';

import { FIELD_OF_AXIS } from './axis-fields.js';
import { nearestOnWire } from './nearest-on-wire.js';
import type { AskedAs } from './question-text.js';

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

export function comparisonOnWire(answer: ComparisonAnswer, { question, baseline, arms }: ComparisonQuestion): object {
  if (answer.kind === 'REFUSED')
    return refusalOnWire(answer, { as: { field: 'COMPARE', baseline, arms }, measures: question.measures });

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

/** How a question was asked: what is said of the nearest one depends on it. */
interface Asked {
  readonly as: AskedAs;
  readonly measures: readonly string[];
}

function refusalOnWire({ reason, message, remedy, nearest }: Refused, asked: Asked): object {
  return {
    reason,
    message,
    wouldMakeItAnswerable: remedy,
    nearest: nearest === null ? null : nearestOnWire(nearest, asked),
  };
}

function groupOnWire(group: Readonly<Record<string, string>>): object {
  return Object.fromEntries(Object.entries(group).map(([axis, node]) => [FIELD_OF_AXIS[axis] ?? axis, node]));
}
