import type { Distinguishable, ValueStatus } from '../table/index.js';

import { LEVEL } from './interval.js';
import { benjaminiHochberg, holm } from './multiplicity.js';
import { printed } from './rounding.js';

/** Whether a test says that two arms differ, before its probability is adjusted for others asked with it. */
export function told(pValue: number): Distinguishable {
  return amongAll([{ pValue, value: null, amongAll: null, ...NONE, status: 'SHOWN' }])[0] ?? notTold('SUPPRESSED');
}

const NONE = { holmPValue: null, benjaminiHochbergPValue: null };

export function notTold(status: ValueStatus): Distinguishable {
  return { value: null, amongAll: null, pValue: null, ...NONE, status };
}

/**
 * The tests of one question, each judged alone and among all of them, in the order given.
 *
 * Twenty comparisons of arms that do not differ show one difference on average; Holm's adjustment keeps the chance of any
 * at 5 %. Tests that are not shown are none. Probabilities are printed to 3 significant digits, after judging.
 */
export function amongAll(tests: readonly Distinguishable[]): readonly Distinguishable[] {
  const pValues = tests.flatMap(({ pValue }) => pValue ?? []);
  const [holms, others] = [holm(pValues), benjaminiHochberg(pValues)];
  let at = 0;
  return tests.map((test) => {
    if (test.pValue === null) return test;
    const [holmed = 1, other = 1] = [holms[at], others[at]];
    at += 1;
    return {
      value: test.pValue < 1 - LEVEL,
      amongAll: holmed < 1 - LEVEL,
      pValue: test.pValue,
      holmPValue: holmed,
      benjaminiHochbergPValue: other,
      status: 'SHOWN',
    };
  });
}

/** The printed form of a test. */
export function printedTest(test: Distinguishable): Distinguishable {
  const print = (value: number | null): number | null => (value === null ? null : printed(value));
  return {
    ...test,
    pValue: print(test.pValue),
    holmPValue: print(test.holmPValue),
    benjaminiHochbergPValue: print(test.benjaminiHochbergPValue),
  };
}
