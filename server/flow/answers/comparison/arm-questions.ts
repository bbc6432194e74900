import { KNOWN } from '../../../../schema/codelists/index.js';
import { isDimension } from '../../../../schema/catalogue/index.js';
import type { Axis, OutcomesQuestion, Selection } from '../../../table/index.js';

const PLACES: Readonly<Record<string, 'agencies' | 'counties' | 'states'>> = {
  AGENCY: 'agencies',
  COUNTY: 'counties',
  STATE: 'states',
};

/** The question restricted to categories of an axis, which becomes its last. */
export function armQuestion(
  question: OutcomesQuestion,
  { axis, arms }: { axis: Axis; arms: readonly string[] },
): OutcomesQuestion {
  const place = PLACES[axis];
  const kept = [...new Set(arms)];
  const where: Selection =
    place === undefined
      ? { ...question.where, nodes: { ...question.where.nodes, [axis]: kept } }
      : { ...question.where, [place]: kept };
  return { ...question, where, by: [...question.by.filter((other) => other !== axis), axis] };
}

/** Encounters whose confounder is unknown cannot be compared like with like: they are in no stratum. */
export function knownOnly(question: OutcomesQuestion, adjustFor: readonly Axis[]): OutcomesQuestion {
  const { nodes } = question.where;
  const open = adjustFor.filter((axis) => isDimension(axis) && nodes[axis] === undefined);
  const known = Object.fromEntries(open.map((axis) => [axis, [KNOWN]]));
  return { ...question, where: { ...question.where, nodes: { ...nodes, ...known } } };
}

/** Every category of the arms' axis again. */
export function withoutArms({ nodes, ...places }: Selection, axis: Axis): Selection {
  const place = PLACES[axis];
  const keptNodes = Object.fromEntries(Object.entries(nodes).filter(([dimension]) => dimension !== axis));
  const keptPlaces = Object.fromEntries(Object.entries(places).filter(([level]) => level !== place));
  return { ...keptPlaces, nodes: keptNodes };
}
