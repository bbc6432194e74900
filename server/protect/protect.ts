import type { Cell, Family, Lens, ProtectedCell, ProtectedTable, RawTable } from '../table/index.js';

import { complementsOf } from './complement.js';
import type { Candidate } from './complement.js';
import { drawFrom, scopeOf } from './draw.js';
import { roundingVariance, seenThrough } from './lens.js';
import { policyId } from './policy.js';
import { NOISE_VARIANCE } from './shipped-table.js';

/**
 * The one way out: a raw table becomes what an audience may see of it.
 *
 * Noise first, the same for everybody; then the lens. Source: disclosure policy, invariants I1, I3 and I4.
 */
export function protect(
  raw: RawTable,
  { families, lens, perturbationSecret }: { families: readonly Family[]; lens: Lens; perturbationSecret: Buffer },
): ProtectedTable {
  const show = lens.name === 'OWN' ? exactly(raw) : noisily({ raw, families, lens, perturbationSecret });
  const shown = new Map(raw.cells.map((cell) => [cell.id, show(cell)]));

  return {
    policyId,
    protection: lens.name === 'OWN' ? 'UNPROTECTED' : 'PROTECTED',
    threshold: lens.threshold,
    cellOf: ({ id }) => {
      const cell = shown.get(id);
      if (cell === undefined) throw new Error('A cell was displayed that was not tabulated.');
      return cell;
    },
  } as ProtectedTable;
}

function noisily({
  raw,
  families,
  lens,
  perturbationSecret,
}: {
  raw: RawTable;
  families: readonly Family[];
  lens: Lens;
  perturbationSecret: Buffer;
}): (cell: Cell) => ProtectedCell {
  const variance = NOISE_VARIANCE + roundingVariance(lens);
  const candidateOf = candidates({ raw, lens, perturbationSecret });
  const complements = complementsOf(families, candidateOf);

  return (cell) => {
    const { noisy, isHidden } = candidateOf(cell);
    const seen = isHidden || complements.has(cell.id) ? null : seenThrough(lens, noisy);
    return seen === null ? { status: 'SUPPRESSED' } : { status: 'SHOWN', count: seen, variance };
  };
}

/** The noisy count of every cell, and whether a gate hides it, each found once. */
function candidates({
  raw,
  lens,
  perturbationSecret,
}: {
  raw: RawTable;
  lens: Lens;
  perturbationSecret: Buffer;
}): (cell: Cell) => Candidate {
  const draw = drawFrom(perturbationSecret, 'enc');
  const found = new Map(
    raw.cells.map((cell) => {
      const count = raw.open(cell);
      const noisy = count.n + draw(count, scopeOf(cell));
      const isHidden = seenThrough(lens, noisy) === null;
      return [cell.id, { noisy, isHidden, needsCover: lens.complements === 'EVERY_SUPPRESSED' }] as const;
    }),
  );
  return ({ id }) => {
    const candidate = found.get(id);
    if (candidate === undefined) throw new Error('A family was judged whose cells were not all tabulated.');
    return candidate;
  };
}

/** An agency's own rows for its own eyes: no noise, no threshold, marked UNPROTECTED. */
function exactly(raw: RawTable): (cell: Cell) => ProtectedCell {
  return (cell) => ({ status: 'SHOWN', count: raw.open(cell).n, variance: 0 });
}
