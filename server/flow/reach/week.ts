import type { Opening } from '../../../schema/records/index.js';
import { openPartsOf } from '../../table/index.js';

import type { Openness, ReachedPart } from './reach-table.js';

/** The parts of the week a program is measured in, and how its hours lie to each. */
export type PartOfWeek = Pick<ReachedPart, 'shift' | 'weekend' | 'openness' | 'openHours' | 'hours'>;

/** Shifts of the whole week, or of weekdays and weekends apart where the hours differ between them. */
export function partsOfWeek(openings: readonly Opening[] | null): readonly PartOfWeek[] {
  const parts = openPartsOf(openings ?? []).map((part) => ({ ...part, openness: opennessOf(part) }));
  const shifts = [...new Set(parts.map(({ shift }) => shift))].map((shift) =>
    parts.filter((part) => part.shift === shift),
  );
  if (shifts.some((same) => new Set(same.map(({ openness }) => openness)).size > 1)) return parts;

  return shifts.map((same) => {
    const [openHours, hours] = [total(same.map((part) => part.openHours)), total(same.map((part) => part.hours))];
    const known =
      openings === null
        ? { openness: null, openHours: null }
        : { openness: opennessOf({ openHours, hours }), openHours };
    return { shift: same[0]?.shift ?? '', weekend: null, hours, ...known };
  });
}

/** The axes of a table with these parts as its rows. */
export function axesOf(parts: readonly PartOfWeek[]): readonly string[] {
  return parts.some(({ weekend }) => weekend !== null) ? ['SHIFT', 'WEEKEND'] : ['SHIFT'];
}

function opennessOf({ openHours, hours }: { openHours: number; hours: number }): Openness {
  if (openHours === 0) return 'OUTSIDE';
  return openHours === hours ? 'WITHIN' : 'PARTLY';
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
