import type { AgencyStory } from '../agency-story.js';
import { program } from '../agency-story.js';

export const alaskaAndHawaii: readonly AgencyStory[] = [
  {
    id: 'northern-light-pd',
    name: 'Northern Light Police (synthetic)',
    kind: 'MUNICIPAL_POLICE',
    county: 'AK/Northern Light',
    encountersPerYear: 1_600,
    programs: [
      program('MOBILE_CRISIS', 'Northern Light Mobile Crisis', { since: '2021-10-01', reach: 0.45 }),
      program('CIT', 'Northern Light CIT', { since: '2016-09-01', hours: 'AROUND_THE_CLOCK', reach: 0.4 }),
    ],
  },
  {
    id: 'far-north-troopers',
    name: 'Far North Troopers (synthetic)',
    kind: 'STATE_POLICE',
    county: 'AK/Far North',
    encountersPerYear: 380,
    notCollected: ['LINKED_TO_CARE', 'FOLLOW_UP'],
    programs: [],
  },
  {
    id: 'leeward-pd',
    name: 'Leeward Police (synthetic)',
    kind: 'MUNICIPAL_POLICE',
    county: 'HI/Leeward',
    encountersPerYear: 2_000,
    programs: [program('CO_RESPONDER', 'Leeward Co-Response', { since: '2023-06-01' })],
  },
  {
    id: 'windward-pd',
    name: 'Windward Police (synthetic)',
    kind: 'MUNICIPAL_POLICE',
    county: 'HI/Windward',
    encountersPerYear: 480,
    programs: [],
  },
];
