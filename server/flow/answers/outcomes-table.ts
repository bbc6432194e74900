import { createHash } from 'node:crypto';

import type { PlannedRow } from '../../plan/index.js';
import { vintageOf } from '../../release/index.js';

import { contributorsOf } from './contributors.js';
import { encountersOf, measureOf } from './estimate-row.js';
import { footnotesOf } from './footnotes.js';
import type { ComparisonTable, OutcomeRow, OutcomesTable, TableFrame } from './outcomes-answer.js';
import { personsOf } from './persons.js';
import type { Asking, ProtectedPlan, WholePlan } from './protected-plan.js';

/** Lay a protected table out as the answer: rows in the order planned, then everything that must be said beside them. */
export function outcomesTable(asking: Asking, { plan, table }: ProtectedPlan): OutcomesTable {
  const rows = plan.rows.map((row): OutcomeRow => {
    const measures = row.measures.map(
      (planned) => [planned.measure.code, measureOf({ planned, row, asking, table })] as const,
    );
    return {
      group: row.group,
      encounters: encountersOf(row, table),
      ...(asking.question.persons === true ? { persons: personsOf(row, asking, table) } : {}),
      measures: Object.fromEntries(measures),
      vintage: vintageOf(asking.scene.release.manifest, row),
    };
  });

  return { kind: 'ANSWERED', rows, rowCount: rows.length, ...frameOf(asking, { plan, table }) };
}

/** What is the same for every row of an answer. */
export function frameOf(asking: Asking, { plan, table }: ProtectedPlan): TableFrame {
  const { scene, sight } = asking;
  return {
    contributors: contributorsOf(asking, plan),
    release: scene.release,
    policyId: table.policyId,
    lens: sight.lens.name,
    protection: table.protection,
    footnotes: footnotesOf(asking, plan),
    handle: handleOf(asking, plan),
  };
}

/** The handle of an answer. */
export function handleIn(answer: OutcomesTable | ComparisonTable): string {
  return 'arms' in answer ? answer.table.handle : answer.handle;
}

/** Names a table by the cells it prints: the same table asked in other words has the same handle. */
export function handleOf({ question, scene, sight, along }: Asking, { rows, also }: WholePlan): string {
  const printed = printedOf(rows);
  const alsoAsked = along === undefined ? [] : [along.words, also.map((plan) => printedOf(plan.rows))];
  const beside = question.persons === true ? [...alsoAsked, 'persons'] : alsoAsked;
  const digest = createHash('sha256')
    .update(JSON.stringify([scene.release.id, sight.lens.name, printed, ...beside]))
    .digest('hex');
  return `hw-${scene.release.id}-${digest.slice(0, 24)}`;
}

function printedOf(rows: readonly PlannedRow[]): readonly unknown[] {
  return rows.map(({ group, encounters, measures }) => [
    group,
    encounters.map(({ id }) => id),
    measures.map(({ measure, parts, denominator }) => [
      measure.code,
      [...parts.flat(), ...denominator].map(({ id }) => id),
    ]),
  ]);
}
