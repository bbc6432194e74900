import type { Cell, Family, KeyedSet, Lens, ProtectedCell, ProtectedTable, RawTable } from '../table/index.js';

import { complementsOf } from './complement.js';
import type { Candidate } from './complement.js';
import { isConcentrated } from './concentration.js';
import { drawFrom, scopeOf } from './draw.js';
import { roundingVariance, seenThrough } from './lens.js';
import { policyId } from './policy.js';
import { NOISE_VARIANCE } from './shipped-table.js';
import { thresholdFor } from './threshold.js';

/** What protection needs to know besides the counts. */
export interface Protecting {
  readonly families: readonly Family[];
  readonly lens: Lens;
  readonly perturbationSecret: Buffer;
  /** Agencies whose encounters say which of them are of one person. */
  readonly personAgencies: ReadonlySet<string>;
  /** Most keys one person has in a cell; 1 for every cell of a single year. */
  readonly keySetsIn: (cell: Cell) => number;
}

/**
 * The one way out: a raw table becomes what an audience may see of it.
 *
 * Noise first, the same for everybody; then the gates; then the lens. Source: disclosure policy, invariants I1, I3 and I4.
 */
export function protect(raw: RawTable, protecting: Protecting): ProtectedTable {
  const { lens, personAgencies } = protecting;
  const { cellOf, personsOf } = lens.name === 'OWN' ? exactly(raw) : noisily(raw, protecting);
  const shown = new Map(raw.cells.map((cell) => [cell.id, cellOf(cell)]));

  return {
    policyId,
    protection: lens.name === 'OWN' ? 'UNPROTECTED' : 'PROTECTED',
    thresholdOf: (cells) => Math.max(0, ...cells.map((cell) => thresholdFor(cell, lens, personAgencies))),
    cellOf: ({ id }) => {
      const cell = shown.get(id);
      if (cell === undefined) throw new Error('A cell was displayed that was not tabulated.');
      return cell;
    },
    personsOf,
  } as ProtectedTable;
}

/** What is shown of a cell: its encounters, and its persons. */
type Showing = Pick<ProtectedTable, 'cellOf' | 'personsOf'>;

function noisily(raw: RawTable, protecting: Protecting): Showing {
  const { families, lens, perturbationSecret } = protecting;
  const noisyPersonsOf = withNoise(drawFrom(perturbationSecret, 'per'));
  const variance = NOISE_VARIANCE + roundingVariance(lens);
  const candidateOf = candidates(raw, protecting);
  const complements = complementsOf(families, {
    candidateOf,
    needsCover: (candidate, { along }) =>
      candidate.isConcentrated || (lens.complements === 'EVERY_SUPPRESSED' && along === 'DIMENSION'),
  });

  const shown = (cell: Cell, noisy: number): ProtectedCell => {
    const isHidden = candidateOf(cell).isHidden || complements.has(cell.id);
    const seen = isHidden ? null : seenThrough(lens, noisy);
    return seen === null ? { status: 'SUPPRESSED' } : { status: 'SHOWN', count: seen, variance };
  };
  return {
    cellOf: (cell) => shown(cell, candidateOf(cell).noisy),
    // The same number the gates judge the cell by. Source: disclosure policy, section 2.11.
    personsOf: (cell) => shown(cell, noisyPersonsOf(personsIn(raw, cell), cell)),
  };
}

/** The number of a set of a cell with the noise drawn for it. */
function withNoise(draw: ReturnType<typeof drawFrom>): (set: KeyedSet, cell: Cell) => number {
  return (set, cell) => set.n + draw(set, scopeOf(cell));
}

/** The persons of a cell whose persons were all listed; of a cell with nobody in it, nobody. */
function personsIn(raw: RawTable, cell: Cell): KeyedSet {
  const { n, keySum, persons } = raw.open(cell);
  if (n > 0 && persons === null) throw new Error('Persons were displayed that were not listed.');
  return persons ?? { n, keySum };
}

/** The noisy count of every cell, and whether a gate hides it, each found once. */
function candidates(
  raw: RawTable,
  { lens, perturbationSecret, personAgencies, keySetsIn }: Protecting,
): (cell: Cell) => Candidate {
  const noisyOf = withNoise(drawFrom(perturbationSecret, 'enc'));
  const noisyPersonsOf = withNoise(drawFrom(perturbationSecret, 'per'));
  const found = new Map(
    raw.cells.map((cell) => {
      const count = raw.open(cell);
      const threshold = thresholdFor(cell, lens, personAgencies);
      const noisy = noisyOf(count, cell);
      const keySets = keySetsIn(cell);
      const concentrated = isConcentrated(count, keySets);
      const areFew = count.persons !== null && noisyPersonsOf(count.persons, cell) < threshold * keySets;
      const isHidden = concentrated || noisy < threshold || areFew;
      return [cell.id, { noisy, isHidden, isConcentrated: concentrated }] as const;
    }),
  );
  return ({ id }) => {
    const candidate = found.get(id);
    if (candidate === undefined) throw new Error('A family was judged whose cells were not all tabulated.');
    return candidate;
  };
}

/** An agency's own rows for its own eyes: no noise, no threshold, marked UNPROTECTED. */
function exactly(raw: RawTable): Showing {
  const shown = ({ n }: KeyedSet): ProtectedCell => ({ status: 'SHOWN', count: n, variance: 0 });
  return { cellOf: (cell) => shown(raw.open(cell)), personsOf: (cell) => shown(personsIn(raw, cell)) };
}
