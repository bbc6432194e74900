import { dimensions } from '../../../schema/catalogue/index.js';
import { NOT_COLLECTED, UNKNOWN } from '../../../schema/codelists/index.js';
import type { Answer, Combination, EncounterRecord, LocalTime, Mapping } from '../../../schema/records/index.js';

import { minutesBetween } from './local-time.js';
import { rowProblem } from './row-notes.js';
import type { FileProblem } from './row-notes.js';

export interface Merged {
  readonly record: EncounterRecord;
  readonly problems: readonly FileProblem[];
}

/** The rows of one incident as one encounter, field by field as the mapping says. The earliest call time stands. */
export function rowMerger(mapping: Mapping): (records: readonly [EncounterRecord, ...EncounterRecord[]]) => Merged {
  const rules = dimensions.map(({ code }) => {
    const rule = mapping.fields[code];
    const source = typeof rule === 'object' ? rule : undefined;
    return { code, combine: source?.combine ?? 'FIRST', precedence: source?.precedence ?? [] };
  });
  return (records) => {
    const [first] = records;
    if (records.length === 1) return { record: first, problems: [] };

    const problems: FileProblem[] = [];
    const answers = rules.map(({ code, combine, precedence }, index) => {
      const known = records.map(({ answers: each }) => each[index] ?? UNKNOWN).filter(isKnown);
      if (combine === 'AGREE' && new Set(known).size > 1) {
        problems.push(rowProblem('ROWS_DISAGREE', { line: first.line, column: 1, field: code, value: '' }));
        return UNKNOWN;
      }
      return combined(known, { combine, precedence }) ?? first.answers[index] ?? UNKNOWN;
    });
    const calledAt = records.map((record) => record.calledAt).reduce(earlier);
    const person = records.find((record) => record.person !== null)?.person ?? null;
    return { record: { ...first, person, calledAt, answers }, problems };
  };
}

function isKnown(answer: Answer): boolean {
  return answer !== UNKNOWN && answer !== NOT_COLLECTED;
}

function combined(
  known: readonly Answer[],
  { combine, precedence }: { combine: Combination; precedence: readonly string[] },
): Answer | undefined {
  if (combine === 'PRECEDENCE') return precedence.find((code) => known.includes(code));
  const numbers = known.filter((answer) => typeof answer === 'number');
  if (combine === 'MAX' && numbers.length > 0) return Math.max(...numbers);
  if (combine === 'MIN' && numbers.length > 0) return Math.min(...numbers);
  return known[0];
}

/** A time of day beats none; of two, the earlier. */
function earlier(one: LocalTime, other: LocalTime): LocalTime {
  if ((one.minute === null) !== (other.minute === null)) return one.minute === null ? other : one;
  const minutes = minutesBetween({ ...one, minute: one.minute ?? 0 }, { ...other, minute: other.minute ?? 0 }) ?? 0;
  return minutes < 0 ? other : one;
}
