import { NOT_COLLECTED, UNKNOWN } from '../../../schema/codelists/index.js';
import type { FieldRule, FieldSource, Mapping } from '../../../schema/records/index.js';
import { foldValue } from '../fold.js';

import type { MappingFault } from './mapping-problem.js';

const ways = ['constant', 'values', 'when', 'ageInYears', 'minutes'] as const;
const fromCallTime = ['SHIFT', 'WEEKEND'];
const durations = ['RESPONSE_MINUTES', 'SCENE_MINUTES'];

interface Asked {
  readonly code: string;
  readonly rule: FieldRule;
  readonly mapping: Mapping;
}

/** Everything about one field that its schema cannot say. */
export function fieldFaults({ code, rule, mapping }: Asked): readonly MappingFault[] {
  const messages =
    typeof rule === 'string' ? wordFaults(code, rule) : [...wayFaults(code, rule), ...orderFaults(rule, mapping)];
  const spellings = typeof rule === 'string' ? [] : spellingFaults(code, rule);
  return [...messages.map((message) => ({ path: ['fields', code], message })), ...spellings];
}

function wordFaults(code: string, word: 'NOT_COLLECTED' | 'FROM_CALL_TIME'): readonly string[] {
  return word === 'FROM_CALL_TIME' && !fromCallTime.includes(code)
    ? [`only ${fromCallTime.join(' and ')} can be FROM_CALL_TIME`]
    : [];
}

function wayFaults(code: string, source: FieldSource): readonly string[] {
  const used = ways.filter((way) => source[way] !== undefined);
  const messages: string[] = [];
  if (used.length !== 1) messages.push(`needs exactly one of ${ways.join(', ')}; it has ${used.length}`);
  if ((source.values === undefined) !== (source.columns === undefined)) messages.push('values and columns go together');
  if (source.ageInYears !== undefined && code !== 'AGE_BAND') messages.push('ageInYears is for AGE_BAND only');
  if (source.minutes !== undefined && !durations.includes(code))
    messages.push(`minutes is for ${durations.join(' and ')}`);
  return messages;
}

function orderFaults(source: FieldSource, { rows }: Mapping): readonly string[] {
  const { columns = [], precedence, combine } = source;
  const isNumber = source.ageInYears !== undefined || source.minutes !== undefined;
  const messages: string[] = [];
  if (columns.length > 1 && precedence === undefined) messages.push('several columns need a precedence of codes');
  if (combine === 'PRECEDENCE' && precedence === undefined)
    messages.push('combine: PRECEDENCE needs a precedence of codes');
  if (
    (combine === 'MAX' || combine === 'MIN') !==
    (isNumber && combine !== undefined && combine !== 'FIRST' && combine !== 'AGREE')
  )
    messages.push('MAX and MIN are for ages and minutes; codes combine by FIRST, PRECEDENCE or AGREE');
  if (rows === 'MANY_PER_ENCOUNTER' && source.constant === undefined && combine === undefined)
    messages.push('rows are merged, so the field needs combine: FIRST, PRECEDENCE, AGREE, MAX or MIN');
  const left = precedence === undefined ? [] : codesOf(source).filter((code) => !precedence.includes(code));
  if (left.length > 0) messages.push(`the precedence leaves out ${left.join(', ')}`);
  return messages;
}

function codesOf({ values = {}, when = [] }: FieldSource): readonly string[] {
  const codes = new Set([...Object.values(values), ...when.map(({ code }) => code)]);
  return [...codes].filter((code) => code !== UNKNOWN && code !== NOT_COLLECTED);
}

/** Two spellings that fold to one and mean two things. */
function spellingFaults(code: string, { values = {} }: FieldSource): readonly MappingFault[] {
  const seen = new Map<string, string>();
  return Object.entries(values).flatMap(([spelling, meaning]) => {
    const folded = foldValue(spelling);
    const earlier = seen.get(folded) ?? meaning;
    seen.set(folded, earlier);
    const message = `is the same as an earlier spelling that means ${earlier}: case and white space do not count`;
    return earlier === meaning ? [] : [{ path: ['fields', code, 'values', spelling], message }];
  });
}
