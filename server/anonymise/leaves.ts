import { dimensions } from '../../schema/catalogue/index.js';
import { NOT_COLLECTED, NOT_ENGAGED, UNKNOWN } from '../../schema/codelists/index.js';
import { FROM_CALL_TIME } from '../../schema/records/index.js';
import type { Answer, EncounterRecord } from '../../schema/records/index.js';

import { ageBandOf, minuteBinOf, shiftOf, weekendOf } from './bands.js';

const codes = dimensions.map(({ code }) => code);
const [engagement, disposition, arrestEligible] = ['ENGAGEMENT', 'DISPOSITION', 'ARREST_ELIGIBLE'].map((code) =>
  codes.indexOf(code),
) as [number, number, number];
const metNobody: ReadonlySet<string> = new Set(['REFUSED', 'UNABLE_TO_LOCATE', 'CANCELLED', 'NO_CONTACT_FOR_SAFETY']);

/** The leaves of an encounter, and what was noticed on the way. */
export interface Leaves {
  readonly leaves: readonly string[];
  /** Dimensions whose number no person or clock can have: they are UNKNOWN. */
  readonly implausible: readonly string[];
  /** Outcomes were recorded although nobody was met: they are NOT_ENGAGED. */
  readonly hadOutcomeWithoutContact: boolean;
}

/** Put every answer of a record on a leaf of its dimension. */
export function leavesOf(record: EncounterRecord): Leaves {
  const implausible: string[] = [];
  const coded = codes.map((code, index) => {
    const leaf = leafOf({ code, answer: record.answers[index] ?? UNKNOWN, record });
    if (leaf === null) implausible.push(code);
    return leaf ?? UNKNOWN;
  });
  coded[arrestEligible] = arrestLeafOf(coded[arrestEligible] ?? UNKNOWN, coded[disposition] ?? UNKNOWN);

  const isMet = !metNobody.has(coded[engagement] ?? UNKNOWN);
  const leaves = isMet ? coded : coded.map(withoutOutcome);
  return { leaves, implausible, hadOutcomeWithoutContact: !isMet && coded.some(isOutcomeKnown) };
}

/** Null when the number is implausible. */
function leafOf({ code, answer, record }: { code: string; answer: Answer; record: EncounterRecord }): string | null {
  if (typeof answer === 'number') return code === 'AGE_BAND' ? ageBandOf(answer) : minuteBinOf(answer);
  if (answer !== FROM_CALL_TIME) return answer;
  return code === 'WEEKEND' ? weekendOf(record.calledAt) : (shiftOf(record.calledAt) ?? UNKNOWN);
}

/** A chargeable offence is split by what became of it; without a known disposition that is unknown. */
function arrestLeafOf(eligible: string, ending: string): string {
  if (eligible !== 'YES') return eligible;
  if (ending === UNKNOWN || ending === NOT_COLLECTED) return UNKNOWN;
  return ending === 'ARRESTED' ? 'ELIGIBLE_ARRESTED' : 'ELIGIBLE_NOT_ARRESTED';
}

function withoutOutcome(leaf: string, index: number): string {
  return dimensions[index]?.isOutcome === true && leaf !== NOT_COLLECTED ? NOT_ENGAGED : leaf;
}

function isOutcomeKnown(leaf: string, index: number): boolean {
  return dimensions[index]?.isOutcome === true && leaf !== NOT_COLLECTED && leaf !== UNKNOWN;
}
