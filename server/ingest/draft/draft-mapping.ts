import { dimensions } from '../../../schema/catalogue/index.js';
import { mappableCodes } from '../../../schema/records/index.js';
import { foldValue } from '../fold.js';

import { keyColumnsIn } from './key-columns.js';
import type { KeyColumns } from './key-columns.js';
import type { ColumnProfile, Profile } from './profile.js';
import { quoted } from './quoted.js';
import { timeLines } from './time-lines.js';
import { codeGuessOf, fieldGuessOf } from './vocabulary.js';

/** Spellings that nearly always mean "nothing here". */
const NULLS = new Set(['-', '--', 'n/a', 'na', 'null', 'none given', '#n/a']);

/** Draft a mapping from the profile of a file. What could only be guessed badly is a TODO, which no check lets pass. */
export function draftMapping(profile: Profile, { agencyId }: { agencyId: string | undefined }): string {
  const keys = keyColumnsIn(profile);
  const isMany = keys.isMany === true;
  return [
    '# Drafted from the file: check every line, decide every TODO, then run npm run anonymise.',
    '# Every key is explained, with an example, in docs/mapping.md.',
    ...profile.columns.map(columnComment),
    'version: 1',
    `agency: ${quoted(agencyId ?? 'TODO: the id of the agency in the region')}`,
    `source: ${quoted('TODO: which export this is, in words')}`,
    `rows: ${rowsOf(keys)}`,
    `nulls: [${nullsIn(profile.columns).map(quoted).join(', ')}]`,
    '',
    `incident: { columns: [${quoted(keys.certain?.name ?? `TODO: the column with the incident number${candidatesOf(keys)}`)}] }`,
    '',
    ...timeLines(profile.columns),
    '',
    'fields:',
    ...dimensions.flatMap(({ code }) => fieldLines({ code, profile, isMany })),
    '',
  ].join('\n');
}

function rowsOf(keys: KeyColumns): string {
  if (keys.isMany !== null) return keys.isMany ? 'MANY_PER_ENCOUNTER' : 'ONE_PER_ENCOUNTER';
  const choice = 'TODO: ONE_PER_ENCOUNTER, or MANY_PER_ENCOUNTER if an incident number is on several rows';
  return quoted(`${choice}${candidatesOf(keys)}`);
}

function candidatesOf({ candidates }: KeyColumns): string {
  return candidates.length === 0 ? '' : `; perhaps ${candidates.join(', ')}`;
}

function nullsIn(columns: readonly ColumnProfile[]): readonly string[] {
  return [...new Set(columns.flatMap(({ values }) => values.filter((value) => NULLS.has(foldValue(value)))))];
}

/** A column that may identify someone is named with what it seems to hold, and none of its values. */
function columnComment({ name, filledShare, distinct, kind, identifier }: ColumnProfile): string {
  const words = identifier === null ? kind.toLowerCase() : `looks like: ${identifier}; not mapped`;
  return `#   ${name}: ${Math.round(filledShare * 100)} % filled, ${distinct} different, ${words}`;
}

function fieldLines({ code, profile, isMany }: { code: string; profile: Profile; isMany: boolean }): readonly string[] {
  if (code === 'SHIFT' || code === 'WEEKEND') return [`  ${code}: FROM_CALL_TIME`];
  const columns = profile.columns.filter(({ name, kind }) => kind === 'CODES' && fieldGuessOf(name) === code);
  const age = profile.columns.find(({ name, kind }) => kind === 'NUMBER' && fieldGuessOf(name) === code);
  const combine = isMany ? [`    combine: ${quoted('TODO: FIRST, PRECEDENCE, AGREE, MAX or MIN')}`] : [];
  if (code === 'AGE_BAND' && age !== undefined)
    return [`  ${code}:`, `    ageInYears: ${quoted(age.name)}`, ...combine];
  if (columns.length === 0) return [...howTo(code), `  ${code}: ${quoted('TODO: as above, or NOT_COLLECTED')}`];

  return [
    `  ${code}:`,
    `    columns: [${columns.map(({ name }) => quoted(name)).join(', ')}]`,
    `    # codes: ${mappableCodes(code).join(', ')}`,
    '    values:',
    ...spellingsIn(columns)
      .filter((value) => !NULLS.has(foldValue(value)))
      .map((value) => `      ${quoted(value)}: ${quoted(codeGuessOf(code, value) ?? 'TODO: decide the code')}`),
    ...(columns.length > 1 ? [`    precedence: [${quoted('TODO: codes, the one that counts first')}]`] : []),
    ...combine,
  ];
}

/** How a field without a likely column is mapped. */
function howTo(code: string): readonly string[] {
  if (code === 'RESPONSE_MINUTES' || code === 'SCENE_MINUTES')
    return ['  # { minutes: { from: <a time>, to: <a time> } } or { minutes: { columns: [<column>] } }'];
  const age = code === 'AGE_BAND' ? ' or { ageInYears: <column> }' : '';
  return [
    `  # { columns: [<column>], values: { <value>: <code> }, missing: UNKNOWN } or { constant: <code> }${age}`,
    `  # codes: ${mappableCodes(code).join(', ')}`,
  ];
}

/** Every value once: case and white space do not count. */
function spellingsIn(columns: readonly ColumnProfile[]): readonly string[] {
  const folded = new Map(columns.flatMap(({ values }) => values.map((value) => [foldValue(value), value] as const)));
  return [...folded.values()];
}
