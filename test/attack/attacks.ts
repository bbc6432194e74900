import { averaging } from './a01-averaging.js';
import { crossLens } from './a02-cross-lens.js';
import { levelPartitions } from './a03-levels.js';
import { partitions } from './a03-partitions.js';
import { levelAlgebra } from './a04-levels.js';
import { setAlgebra } from './a04-set-algebra.js';
import { residual } from './a05-residual.js';
import { timeSlicing } from './a06-time-slicing.js';
import { levelMixing } from './a07-levels.js';
import { roleMixing } from './a07-role-mixing.js';
import { smallPools } from './a07-small-pools.js';
import { releaseDifferencing } from './a08-release-differencing.js';
import { levelReconstruction } from './a09-levels.js';
import { reconstruction } from './a09-reconstruction.js';
import { rowReconstruction } from './a10-rows.js';
import { inversion } from './a11-inversion.js';
import { GROUPS, groupDisclosure } from './a12-two-sided.js';
import { FEW_TABLES, TABLES, concentration } from './a13-concentration.js';
import { membership } from './a14-membership.js';
import { sideChannels } from './a15-side-channels.js';
import { mergeEquality } from './a17-merge.js';
import { drawQuality } from './a18-draws.js';
import type { Attack } from './score.js';
import { VARIED } from './world/latent-classes.js';

/** Counties that peer groups cut across, and years together. */
const GROUPED = { real: 'GROUPED', weakened: 'GROUPED' } as const;

/** Every attack, in the order of the policy. */
export const attacks: readonly Attack[] = [
  { id: 'A1', isFast: true, name: 'averaging by repetition', run: averaging, weakening: 'freshNoise' },
  { id: 'A2', isFast: true, name: 'averaging over audiences', run: crossLens, weakening: 'noisePerRole' },
  { id: 'A3', name: 'averaging over partitions', run: partitions, weakening: 'arbitraryFilters' },
  {
    id: 'A3 levels',
    name: 'averaging over partitions at every level',
    run: levelPartitions,
    weakening: 'noNoise',
    region: GROUPED,
  },
  {
    id: 'A4',
    isFast: true,
    name: 'set algebra',
    run: (world) => setAlgebra(world, 60),
    runAgain: (world) => setAlgebra(world, 15),
    weakening: 'arbitraryFilters',
  },
  { id: 'A5', name: 'total less its parts', run: residual, weakening: 'noNoise' },
  {
    id: 'A4 levels',
    isFast: true,
    name: 'set algebra of places and times',
    run: (world) => levelAlgebra(world, 60),
    runShort: (world) => levelAlgebra(world, 20),
    runAgain: (world) => levelAlgebra(world, 12),
    weakening: 'arbitraryFilters',
    region: GROUPED,
  },
  {
    id: 'A6',
    isFast: true,
    name: 'time slicing',
    run: timeSlicing,
    weakening: 'openPeriods',
    region: { real: 5, weakened: 7 },
  },
  {
    id: 'A7',
    name: 'role mixing',
    run: (world) => roleMixing(world, 3),
    weakening: 'noPoolRule',
    region: { real: 4, weakened: 2 },
  },
  {
    id: 'A7 levels',
    name: 'role mixing at every level',
    run: levelMixing,
    weakening: 'noNoise',
    region: GROUPED,
  },
  { id: 'A7 pools', isFast: true, name: 'pools too small to be served', run: smallPools, weakening: 'noPoolRule' },
  {
    id: 'A8',
    isFast: true,
    name: 'release differencing',
    run: (world) => releaseDifferencing(world, VARIED),
    runAgain: (world) => releaseDifferencing(world, VARIED.slice(0, 5)),
    weakening: 'stableKeys',
    region: { real: 8, weakened: 9 },
  },
  { id: 'A9', name: 'reconstruction of hidden cells', run: reconstruction, weakening: 'noNoise' },
  {
    id: 'A9 levels',
    name: 'reconstruction at every level',
    run: levelReconstruction,
    weakening: 'noNoise',
    region: GROUPED,
  },
  { id: 'A10', name: 'reconstruction of rows', run: rowReconstruction, weakening: 'noNoise+noThreshold' },
  { id: 'A11', isFast: true, name: 'inversion of estimates', run: inversion, weakening: 'exactRates' },
  {
    id: 'A12',
    isFast: true,
    name: 'group disclosure',
    run: (world) => groupDisclosure(world, GROUPS),
    runAgain: (world) => groupDisclosure(world, GROUPS.slice(0, 2)),
    weakening: 'oneSided',
  },
  {
    id: 'A13',
    isFast: true,
    name: 'a person of many encounters',
    run: (world) => concentration(world, TABLES),
    runAgain: (world) => concentration(world, FEW_TABLES),
    weakening: 'noGate',
  },
  { id: 'A14', name: 'membership', run: membership, weakening: 'noNoise' },
  {
    id: 'A15',
    isFast: true,
    isOfOneRegion: true,
    name: 'side channels',
    run: (world) => sideChannels(world, 2_000),
    runShort: (world) => sideChannels(world, 0),
    weakening: 'countsInLogs',
  },
  {
    id: 'A17',
    isFast: true,
    name: 'merged parts',
    run: (world) => mergeEquality(world, 10_000),
    runShort: (world) => mergeEquality(world, 1_000),
    weakening: 'floatKeys',
  },
  { id: 'A18', name: 'quality of keys and draws', run: drawQuality, weakening: null },
];
