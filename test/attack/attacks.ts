import { averaging } from './a01-averaging.js';
import { crossLens } from './a02-cross-lens.js';
import { setAlgebra } from './a04-set-algebra.js';
import { residual } from './a05-residual.js';
import { timeSlicing } from './a06-time-slicing.js';
import { reconstruction } from './a09-reconstruction.js';
import { inversion } from './a11-inversion.js';
import { groupDisclosure } from './a12-two-sided.js';
import type { Attack } from './score.js';

/** Every attack, in the order of the policy. */
export const attacks: readonly Attack[] = [
  { id: 'A1', name: 'averaging by repetition', run: averaging, weakening: 'freshNoise' },
  { id: 'A2', name: 'averaging over audiences', run: crossLens, weakening: 'noisePerRole' },
  { id: 'A4', name: 'set algebra', run: setAlgebra, weakening: 'arbitraryFilters' },
  { id: 'A5', name: 'total less its parts', run: residual, weakening: 'noNoise' },
  {
    id: 'A6',
    name: 'time slicing',
    run: timeSlicing,
    weakening: 'openPeriods',
    agencies: { real: 5, weakened: 7 },
  },
  { id: 'A9', name: 'reconstruction of hidden cells', run: reconstruction, weakening: 'noNoise' },
  { id: 'A11', name: 'inversion of estimates', run: inversion, weakening: 'exactRates' },
  { id: 'A12', name: 'group disclosure', run: groupDisclosure, weakening: 'oneSided' },
];
