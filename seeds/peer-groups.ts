import type { PeerGroup } from '../schema/records/index.js';

/** Sheriffs alone in their counties, by the land they police: no county or state of theirs has enough agencies to be shown. */
export const peerGroups: readonly PeerGroup[] = [
  {
    id: 'northern-rural-sheriffs',
    label: 'Rural sheriffs of the north',
    basis: 'Sheriffs of counties without a town of 20,000 in Idaho, Montana, Oregon, Washington and Wyoming',
    agencyIds: ['basalt-county-so', 'big-sky-so', 'juniper-county-so', 'sage-county-so', 'sawtooth-so'],
  },
  {
    id: 'plateau-rural-sheriffs',
    label: 'Rural sheriffs of the plateau',
    basis: 'Sheriffs of counties without a town of 20,000 in Colorado, Nevada, New Mexico and Utah',
    agencyIds: ['great-basin-so', 'pinon-county-so', 'red-arch-so', 'silver-creek-so'],
  },
];
