import * as list from '../codelists/index.js';

import { dimensionFrom } from './dimension.js';
import type { Dimension } from './dimension.js';

const context = { isOutcome: false };
const outcome = { isOutcome: true };

/** Every tabulation dimension, in the order of the columns of an anonymised file. */
export const dimensions: readonly Dimension[] = [
  dimensionFrom(list.responseModel, context),
  dimensionFrom(list.responseArrived, context),
  dimensionFrom(list.engagement, context),
  dimensionFrom(list.policeOnScene, context),
  dimensionFrom(list.callType, context),
  dimensionFrom(list.callSource, context),
  dimensionFrom(list.shift, context),
  dimensionFrom(list.weekend, context),
  dimensionFrom(list.ageBand, context),
  dimensionFrom(list.gender, context),
  dimensionFrom(list.raceEthnicity, context),
  dimensionFrom(list.veteran, context),
  dimensionFrom(list.housing, context),
  dimensionFrom(list.priorContact, context),
  dimensionFrom(list.weapon, context),
  dimensionFrom(list.clinician, outcome),
  dimensionFrom(list.consultedBeforeArrival, context),
  dimensionFrom(list.force, outcome),
  dimensionFrom(list.subjectInjury, outcome),
  dimensionFrom(list.officerInjury, outcome),
  dimensionFrom(list.disposition, outcome),
  dimensionFrom(list.arrestEligible, outcome),
  dimensionFrom(list.linkedToCare, outcome),
  dimensionFrom(list.followUp, outcome),
  dimensionFrom(list.repeat30, outcome),
  dimensionFrom(list.responseMinutes, context),
  dimensionFrom(list.sceneMinutes, outcome),
];

const byCode = new Map(dimensions.map((dimension) => [dimension.code, dimension]));

/** Whether an axis is a dimension of the catalogue: no place and no time. */
export function isDimension(axis: string): boolean {
  return byCode.has(axis);
}

/** The dimension of that code. An unknown code is a bug of ours: questions are typed before they get here. */
export function dimensionOf(code: string): Dimension {
  const dimension = byCode.get(code);
  if (dimension === undefined) throw new Error(`No dimension is called ${code}; see schema/catalogue/dimensions.ts.`);
  return dimension;
}
