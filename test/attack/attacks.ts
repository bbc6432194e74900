import { averaging } from './a01-averaging.js';
import { crossLens } from './a02-cross-lens.js';
import { setAlgebra } from './a04-set-algebra.js';
import type { Attack } from './score.js';

/** Every attack, in the order of the policy. */
export const attacks: readonly Attack[] = [
  { id: 'A1', name: 'averaging by repetition', run: averaging, weakening: 'freshNoise' },
  { id: 'A2', name: 'averaging over audiences', run: crossLens, weakening: 'noisePerRole' },
  { id: 'A4', name: 'set algebra', run: setAlgebra, weakening: 'arbitraryFilters' },
];
