import type { AgencyStory } from '../agency-story.js';
import { program } from '../agency-story.js';

/** Arizona, New Mexico and Nevada. */
export const southwest: readonly AgencyStory[] = [
  {
    id: 'saguaro-pd',
    name: 'Saguaro Police (synthetic)',
    kind: 'MUNICIPAL_POLICE',
    county: 'AZ/Saguaro',
    encountersPerYear: 6_800,
    programs: [
      program('DISPATCH_CONSULT', 'Saguaro 911 Crisis Consult', {
        since: '2019-10-01',
        hours: 'AROUND_THE_CLOCK',
        reach: 0.55,
      }),
      program('CIT', 'Saguaro CIT', { since: '2010-01-01', hours: 'AROUND_THE_CLOCK', reach: 0.4 }),
    ],
  },
  {
    id: 'saguaro-county-so',
    name: 'Saguaro County Sheriff (synthetic)',
    kind: 'SHERIFF',
    county: 'AZ/Saguaro',
    encountersPerYear: 2_300,
    programs: [
      program('DISPATCH_CONSULT', 'County 911 Crisis Consult', {
        since: '2021-02-01',
        hours: 'AROUND_THE_CLOCK',
        reach: 0.5,
      }),
    ],
  },
  {
    id: 'mesa-verde-pd',
    name: 'Mesa Verde Police (synthetic)',
    kind: 'MUNICIPAL_POLICE',
    county: 'AZ/Mesa',
    encountersPerYear: 1_800,
    programs: [
      program('DISPATCH_CONSULT', 'Mesa 911 Crisis Consult', {
        since: '2023-07-01',
        hours: 'AROUND_THE_CLOCK',
        reach: 0.5,
      }),
    ],
  },
  {
    id: 'desert-sky-tribal-pd',
    name: 'Desert Sky Tribal Police (synthetic)',
    kind: 'TRIBAL_POLICE',
    county: 'AZ/Desert Sky',
    encountersPerYear: 350,
    programs: [],
  },
  {
    id: 'rio-alto-pd',
    name: 'Rio Alto Police (synthetic)',
    kind: 'MUNICIPAL_POLICE',
    county: 'NM/Rio Alto',
    encountersPerYear: 3_000,
    programs: [
      program('MOBILE_CRISIS', 'Rio Alto Community Safety', {
        since: '2021-09-01',
        hours: 'AROUND_THE_CLOCK',
        reach: 0.5,
      }),
      program('CIT', 'Rio Alto CIT', { since: '2014-01-01', hours: 'AROUND_THE_CLOCK', reach: 0.4 }),
    ],
  },
  {
    id: 'pinon-county-so',
    name: 'Piñon County Sheriff (synthetic)',
    kind: 'SHERIFF',
    county: 'NM/Piñon',
    encountersPerYear: 230,
    programs: [],
  },
  {
    id: 'high-mesa-campus-pd',
    name: 'High Mesa University Police (synthetic)',
    kind: 'CAMPUS_POLICE',
    county: 'NM/Rio Alto',
    encountersPerYear: 280,
    programs: [program('CO_RESPONDER', 'Campus Co-Response', { since: '2022-08-15' })],
  },
  {
    id: 'silver-state-pd',
    name: 'Silver State Metro Police (synthetic)',
    kind: 'MUNICIPAL_POLICE',
    county: 'NV/Silver',
    encountersPerYear: 7_400,
    programs: [
      program('CIT', 'Silver State CIT', { since: '2011-01-01', hours: 'AROUND_THE_CLOCK', reach: 0.45 }),
      program('CO_RESPONDER', 'Silver State Co-Response', { since: '2022-01-01', reach: 0.35 }),
    ],
  },
  {
    id: 'great-basin-so',
    name: 'Great Basin Sheriff (synthetic)',
    kind: 'SHERIFF',
    county: 'NV/Great Basin',
    encountersPerYear: 210,
    programs: [],
  },
];
