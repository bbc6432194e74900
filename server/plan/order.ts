import { measures } from '../../schema/catalogue/index.js';
import type { Lens, OutcomesQuestion, Refused } from '../table/index.js';

import { dimensionAxes } from './axes.js';
import { baseRestriction } from './base-restriction.js';
import type { Lattice } from './lattice.js';
import { orderNotAllowed } from './refusals.js';
import { restrictedDimensions } from './restriction.js';
import type { Restriction } from './restriction.js';

/** The refusal of a table that restricts more dimensions at once than the audience may see; null when it does not. */
export function orderRefusal({
  question,
  base,
  lens,
}: {
  question: OutcomesQuestion;
  base: Restriction;
  lens: Lens;
}): Refused | null {
  const breach = restrictedSets(question, base).find((table) => !isAllowed(table, lens));
  return breach === undefined ? null : orderNotAllowed({ restricted: [...breach], lens });
}

/** Codes of the measures whose own dimension may be restricted beside those of the question. */
export function measuresWithinOrder(
  question: OutcomesQuestion,
  { lattice, lens }: { lattice: Lattice; lens: Lens },
): readonly string[] {
  const base = baseRestriction(question, lattice);
  if ('kind' in base) return question.measures;
  const tables = tablesOf(question, dimensionsAsked(question, base));
  return question.measures.filter((code) => isAllowed(tables.get(code) ?? new Set(), lens));
}

/** The dimensions each table of a question restricts. Measures first: theirs have the outcome's own dimension besides. */
export function restrictedSets(question: OutcomesQuestion, base: Restriction): readonly ReadonlySet<string>[] {
  const asked = dimensionsAsked(question, base);
  return [...tablesOf(question, asked).values(), asked];
}

function dimensionsAsked(question: OutcomesQuestion, base: Restriction): ReadonlySet<string> {
  return new Set([...restrictedDimensions(base), ...dimensionAxes(question.by)]);
}

/** For each measure asked for, the dimensions its cells restrict. */
function tablesOf(question: OutcomesQuestion, asked: ReadonlySet<string>): ReadonlyMap<string, ReadonlySet<string>> {
  const chosen = measures.filter(({ code }) => question.measures.includes(code));
  return new Map(chosen.map(({ code, dimension }) => [code, new Set([...asked, dimension])]));
}

function isAllowed(restricted: ReadonlySet<string>, { orderMax, pairsAllowed }: Lens): boolean {
  const isRegisteredPair =
    restricted.size === 2 && pairsAllowed.some((pair) => pair.every((code) => restricted.has(code)));
  return restricted.size <= orderMax || isRegisteredPair;
}
