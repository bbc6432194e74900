import { ROOT } from '../../../schema/catalogue/index.js';
import { GEOGRAPHY_AXES } from '../../table/index.js';
import type { OutcomesQuestion, Selection } from '../../table/index.js';

import type { Lattice } from '../lattice.js';
import { coarserAxis } from './coarser-axis.js';
import type { Judged } from './judged.js';

/** The places of a selection, from the smallest up: each holds those before it. */
const PLACE_KEYS = ['agencies', 'counties', 'states'] as const;

/** The axis of places one level coarser: agencies together by county, counties by state, states in one. */
export function coarserPlace({ question }: Judged): OutcomesQuestion | null {
  const by = coarserAxis(question.by, GEOGRAPHY_AXES);
  return by === null ? null : { ...question, by };
}

/** The places asked about, one level wider: a pool of more agencies hides each of them better. */
export function widerPlace({ question }: Judged, { geography }: Lattice): OutcomesQuestion | null {
  const finest = PLACE_KEYS.find((key) => question.where[key] !== undefined);
  if (finest === undefined) return null;

  const { [finest]: places = [], ...others } = question.where;
  const where: Selection = others;
  const wider = PLACE_KEYS[PLACE_KEYS.indexOf(finest) + 1];
  if (wider === undefined || where[wider] !== undefined) return { ...question, where };

  const around = new Set(places.map((place) => geography.parentOf(place) ?? ROOT));
  return { ...question, where: { ...where, [wider]: [...around] } };
}

/** Nothing left out for its place: what is left of an area without one agency is a pool without it. */
export function withoutExceptedPlaces({ question }: Judged): OutcomesQuestion | null {
  const { nodes, ...places } = question.except;
  return Object.keys(places).length === 0 ? null : { ...question, except: { nodes } };
}
