import { rateMeasureName } from '../../schema/graphql/index.js';

import type { AskedAs, AskedToCompare } from './asked-as.js';
import type { PrintedFilter, PrintedQuestion } from './question-text.js';

/** Fields of a filter whose values are text; of the others they are the names of an enum. */
const AS_TEXT = new Set(['agency', 'county', 'peerGroup']);
const PLACE_FIELDS = ['agency', 'county', 'state', 'peerGroup'];

/** The arguments of a field with which it asks a question, in brackets; nothing where there are none. */
export function argumentsText(question: PrintedQuestion, as: AskedAs): string {
  const given = argumentsOf(question, as).flatMap(([name, text]) => (text === null ? [] : [`${name}: ${text}`]));
  return given.length === 0 ? '' : `(${given.join(', ')})`;
}

/** Null for an argument that is not given. */
type Argument = readonly [name: string, text: string | null];

function argumentsOf(question: PrintedQuestion, as: AskedAs): readonly Argument[] {
  const { where, by, period, releaseId, measures } = question;
  const rates = measures.map(rateMeasureName);
  const when: Argument = ['period', rangeText(period)];
  const release: Argument = ['release', releaseId === null ? null : quoted(releaseId)];
  const table: readonly Argument[] = [
    ['where', filterText(where)],
    ['except', filterText(question.except)],
    when,
    ['by', listText(by)],
    release,
  ];

  switch (as.field) {
    case 'outcomes':
    case 'ownOutcomes':
      return table;
    case 'ownTableToShare':
      return [['threshold', String(as.threshold)], ...table];
    case 'compare':
      return [...armsOf(as), ...evenIf(as), ...adjustmentOf(question, as), ...table];
    case 'trend':
      return [['measures', listText(rates)], ['grain', question.grain], ['baseline', rangeText(as.baseline)], ...table];
    case 'peers':
      return [
        ['measure', rates.join()],
        ['widening', as.widening],
        ['order', as.order],
        ...evenIf(as),
        ...withoutAxes(table),
      ];
    case 'impact':
      return [
        ['program', quoted(as.program)],
        ['measures', listText(rates)],
        ['comparison', where?.['state'] === undefined ? 'REGION' : 'STATE'],
        ['where', filterText(withoutPlaces(where))],
        release,
      ];
    case 'reach':
      return [['program', quoted(as.program)], ['area', areaOf(where)], when, release];
    case 'comparability':
      return [['measure', measures.join()], ...placesOf(where), when, ['by', listText(by)]];
  }
}

function armsOf({ armsBy, baseline, arms }: AskedToCompare): readonly Argument[] {
  const isOfModels = armsBy === 'RESPONSE_MODEL';
  const named = `{ axis: ${armsBy}, baseline: ${quoted(baseline)}, arms: [${arms.map(quoted).join(', ')}] }`;
  return [
    ['armsBy', isOfModels ? null : named],
    ['baseline', isOfModels ? baseline : null],
    ['arms', isOfModels ? listText(arms) : null],
  ];
}

function evenIf({ evenIfNotComparable }: { readonly evenIfNotComparable: boolean }): readonly Argument[] {
  return [['evenIfNotComparable', evenIfNotComparable ? 'true' : null]];
}

function adjustmentOf({ adjustFor }: PrintedQuestion, { standard }: AskedToCompare): readonly Argument[] {
  return [
    ['adjustFor', listText(adjustFor)],
    ['standard', adjustFor.length === 0 ? null : standard],
  ];
}

function withoutAxes(table: readonly Argument[]): readonly Argument[] {
  return table.filter(([name]) => name !== 'by' && name !== 'except');
}

function withoutPlaces(where: PrintedFilter): PrintedFilter {
  const kept = Object.entries(where ?? {}).filter(([field]) => !PLACE_FIELDS.includes(field));
  return kept.length === 0 ? null : Object.fromEntries(kept);
}

/** The level of the one place a filter names. */
function areaOf(where: PrintedFilter): string | null {
  return PLACE_FIELDS.find((field) => where?.[field] !== undefined)?.toUpperCase() ?? null;
}

function placesOf(where: PrintedFilter): readonly Argument[] {
  return Object.entries(where ?? {}).map(([field, values]) => [field, valuesText(field, values)]);
}

function filterText(filter: PrintedFilter): string | null {
  if (filter === null) return null;
  const fields = Object.entries(filter).map(([field, values]) => `${field}: ${valuesText(field, values)}`);
  return `{ ${fields.join(', ')} }`;
}

function valuesText(field: string, values: readonly string[]): string {
  return `[${(AS_TEXT.has(field) ? values.map(quoted) : values).join(', ')}]`;
}

function listText(names: readonly string[]): string | null {
  return names.length === 0 ? null : `[${names.join(', ')}]`;
}

function rangeText(period: PrintedQuestion['period']): string | null {
  return period === null ? null : `{ from: ${quoted(period.from)}, to: ${quoted(period.to)} }`;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
