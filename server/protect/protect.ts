import type { Cell, Lens, ProtectedCell, ProtectedTable, RawTable } from '../table/index.js';

import { drawFrom, scopeOf } from './draw.js';
import type { Draw } from './draw.js';
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
  { lens, perturbationSecret }: { lens: Lens; perturbationSecret: Buffer },
): ProtectedTable {
  const show = lens.name === 'OWN' ? exactly(raw) : noisily({ raw, lens, draw: drawFrom(perturbationSecret, 'enc') });
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

function noisily({ raw, lens, draw }: { raw: RawTable; lens: Lens; draw: Draw }): (cell: Cell) => ProtectedCell {
  const variance = NOISE_VARIANCE + roundingVariance(lens);
  return (cell) => {
    const count = raw.open(cell);
    const seen = seenThrough(lens, count.n + draw(count, scopeOf(cell)));
    return seen === null ? { status: 'SUPPRESSED' } : { status: 'SHOWN', count: seen, variance };
  };
}

/** An agency's own rows for its own eyes: no noise, no threshold, marked UNPROTECTED. */
function exactly(raw: RawTable): (cell: Cell) => ProtectedCell {
  return (cell) => ({ status: 'SHOWN', count: raw.open(cell).n, variance: 0 });
}
