import type { AdjustedQuestion } from '../../table/index.js';

import type { Lattice } from '../lattice.js';
import { timeAxesOf } from '../lattice.js';
import { coarserAxis } from './coarser-axis.js';
import type { Judged } from './judged.js';
import { AREA_AXES } from './place-steps.js';

/** The finest period or place a comparison is adjusted for, one level coarser: fewer strata of the same sort. */
export function coarserStrata({ question }: Judged, lattice: Lattice): AdjustedQuestion | null {
  const { adjustFor = [] } = question;
  const coarser = coarserAxis(adjustFor, timeAxesOf(lattice)) ?? coarserAxis(adjustFor, AREA_AXES);
  return coarser?.length === adjustFor.length ? { ...question, adjustFor: coarser } : null;
}

/** Without the last axis a comparison is adjusted for. Crude, where it was the only one. */
export function withoutLastStratum({ question }: Judged): AdjustedQuestion | null {
  const { adjustFor = [] } = question;
  return adjustFor.length === 0 ? null : { ...question, adjustFor: adjustFor.slice(0, -1) };
}
