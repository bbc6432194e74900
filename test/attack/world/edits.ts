import { dimensions } from '../../../schema/catalogue/index.js';
import type { AnonymisedEncounter } from '../../../schema/records/index.js';
import { chanceFrom } from '../../../seeds/chance.js';
import type { Chance } from '../../../seeds/chance.js';
import { anonymisedFile, encounter } from '../../support/encounters.js';
import type { Leaves } from '../../support/encounters.js';
import { contribute } from '../../support/people.js';

import type { World } from './open-world.js';
import type { Place } from './region.js';
import { agencyStory } from './story.js';

/** What an agency changes in a year that is closed: one encounter of it, and nothing else. */
export interface Edit {
  readonly agencyId: string;
  readonly year: string;
  readonly kind: 'DELETED' | 'CORRECTED' | 'LATE';
  /** Dimension -> leaf of the encounter; before and after where it was corrected. */
  readonly touched: readonly Leaves[];
  /** Every encounter of the month it is in, as it is from now on: a month is sent whole. */
  readonly month: readonly AnonymisedEncounter[];
}

const CORRECTED = 'DISPOSITION';

/** Every agency but the first, which stays as it is: a deletion in one year, a correction or a late encounter in the other. */
export function editsOf({ places, seed }: World): readonly Edit[] {
  return places.slice(1).flatMap((place, index) => {
    const { encounters } = agencyStory(place, seed);
    const editing = { place, encounters, chance: chanceFrom(`edits ${seed} ${place.id}`) };
    return [
      editOf({ ...editing, year: '2024', kind: 'DELETED' }),
      editOf({ ...editing, year: '2025', kind: index % 2 === 0 ? 'CORRECTED' : 'LATE' }),
    ];
  });
}

interface Editing {
  readonly place: Place;
  readonly encounters: readonly AnonymisedEncounter[];
  readonly chance: Chance;
  readonly year: string;
  readonly kind: Edit['kind'];
}

function editOf({ place: { id: agencyId }, encounters, chance, year, kind }: Editing): Edit {
  const inYear = encounters.filter(({ month }) => month.startsWith(year));
  const one = inYear[chance.below(inYear.length)];
  if (one === undefined) throw new Error(`${agencyId} has no encounter in ${year}.`);

  const month = inYear.filter((row) => row.month === one.month);
  const others = month.filter((row) => row !== one);
  const edit = { agencyId, year, kind };
  if (kind === 'DELETED') return { ...edit, touched: [leavesOf(one)], month: others };

  const changed = kind === 'LATE' ? late(one) : corrected(one, inYear);
  return kind === 'LATE'
    ? { ...edit, touched: [leavesOf(changed)], month: [...month, changed] }
    : { ...edit, touched: [leavesOf(one), leavesOf(changed)], month: [...others, changed] };
}

/** Somebody else with the same leaves. */
function late(one: AnonymisedEncounter): AnonymisedEncounter {
  return { ...one, encounterKey: encounter(`late ${one.encounterKey}`, one.month).encounterKey };
}

/** The same encounter, with the outcome of another. */
function corrected(one: AnonymisedEncounter, others: readonly AnonymisedEncounter[]): AnonymisedEncounter {
  const index = dimensions.findIndex(({ code }) => code === CORRECTED);
  const outcome = others.map(({ leaves }) => leaves[index]).find((leaf) => leaf !== one.leaves[index]);
  return { ...one, leaves: one.leaves.with(index, outcome ?? '') };
}

function leavesOf({ leaves }: AnonymisedEncounter): Leaves {
  return Object.fromEntries(dimensions.map(({ code }, index) => [code, leaves[index] ?? '']));
}

/** Send what changed, as agencies do; nothing is published by that. */
export async function send(edits: readonly Edit[], { house }: Pick<World, 'house'>): Promise<void> {
  for (const { agencyId, month } of edits) await contribute(house, agencyId, anonymisedFile(month));
}
