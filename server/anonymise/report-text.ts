import type { FieldQuality, QualityReport } from './quality-report.js';
import type { RiskReport } from './risk-report.js';

/** Everything a steward should know before a file is submitted. Stays with the agency: it holds exact counts. */
export interface AnonymiseReport {
  readonly readAs: string;
  readonly rows: RowCounts;
  /** Rows that are not encounters, by the name of the rule. */
  readonly excluded: Readonly<Record<string, number>>;
  /** Problems by the rule broken. */
  readonly problems: Readonly<Record<string, number>>;
  /** Columns whose values went nowhere. */
  readonly columnsDropped: readonly string[];
  readonly risk: RiskReport;
  readonly quality: QualityReport;
}

/** `read = encounters + merged + excluded + rejected`, always. */
export interface RowCounts {
  readonly read: number;
  readonly encounters: number;
  readonly merged: number;
  readonly excluded: number;
  readonly rejected: number;
}

/** The report in a few lines, for a terminal. */
export function reportSummary({ rows, risk, quality }: AnonymiseReport): readonly string[] {
  const { read, encounters, merged, excluded, rejected } = rows;
  return [
    `${read} rows = ${encounters} encounters + ${merged} merged + ${excluded} excluded + ${rejected} rejected`,
    `unique on ${risk.quasiIdentifiers.join(', ')}: ${percent(risk.uniqueShare)}`,
    ...risk.warnings.map((warning) => `risk: ${warning}`),
    ...(quality.held.length > 0 ? [`held, less complete than before: ${quality.held.join(', ')}`] : []),
  ];
}

/** The report for people, as Markdown. */
export function reportText(report: AnonymiseReport): string {
  const { rows, risk, quality } = report;
  return [
    '# Anonymisation report',
    '',
    `Read as ${report.readAs}. This report holds exact counts: it stays with the agency.`,
    '',
    '## Rows',
    `${rows.read} read = ${rows.encounters} encounters + ${rows.merged} merged into them + ${rows.excluded} excluded + ${rows.rejected} rejected.`,
    ...listOf('Excluded', report.excluded),
    ...listOf('Problems', report.problems),
    `Columns whose values went nowhere: ${report.columnsDropped.join(', ') || 'none'}.`,
    '',
    '## Risk',
    `On ${risk.quasiIdentifiers.join(', ')}: ${risk.classes} classes; ${percent(risk.uniqueShare)} of encounters are unique, ` +
      `${percent(risk.smallClassShare)} are in classes of fewer than 5.`,
    `Of the classes of 5 or more, ${risk.classesWithOneDisposition} have one disposition only; the largest difference of a ` +
      `disposition's share from the whole is ${percent(risk.largestDispositionDifference)}.`,
    ...risk.warnings.map((warning) => `- ${warning}`),
    '',
    '## Quality',
    '| field | completeness | conformance | plausibility | known | unknown | not engaged | implausible | unmapped |',
    '|---|---|---|---|---|---|---|---|---|',
    ...quality.fields.map(fieldLine),
    '',
    `Months: ${quality.months.map(({ month, encounters }) => `${month} (${encounters})`).join(', ') || 'none'}.`,
    `Months missing between the first and the last: ${quality.missingMonths.join(', ') || 'none'}.`,
    `Encounters with an outcome recorded although nobody was met, now NOT_ENGAGED: ${quality.outcomesWithoutContact}.`,
    `Held for a look, completeness more than 20 points below the history: ${quality.held.join(', ') || 'none'}.`,
    '',
  ].join('\n');
}

function fieldLine({ field, isCollected, ...quality }: FieldQuality): string {
  if (!isCollected) return `| ${field} | not collected | | | | | | | |`;
  const shares = [quality.completeness, quality.conformance, quality.plausibility].map(percent);
  const counts = [quality.known, quality.unknown, quality.notEngaged, quality.implausible, quality.unmapped];
  return `| ${[field, ...shares, ...counts].join(' | ')} |`;
}

function listOf(title: string, counts: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(counts).map(([name, count]) => `- ${title}: ${name}: ${count}`);
}

function percent(share: number | null): string {
  return share === null ? '-' : `${(share * 100).toFixed(1)} %`;
}
