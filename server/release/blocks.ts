import type { ReleaseMonth } from '../../schema/records/index.js';
import { yearOf } from '../table/index.js';

/** The months of one agency in one calendar year that a release has, and those an accepted submission would give it. */
export interface Block {
  /** Agency and year: `harbor-city-pd 2025`. */
  readonly name: string;
  readonly agencyId: string;
  readonly year: string;
  readonly released: readonly ReleaseMonth[];
  readonly accepted: readonly ReleaseMonth[];
}

/** A release as far as the next one builds on it. */
export interface ReleaseBase {
  readonly throughMonth: string;
  readonly months: readonly ReleaseMonth[];
}

/** Whether a month was not closed yet when the release in force was published. */
export function isNewMonth({ month }: ReleaseMonth, base: ReleaseBase | null): boolean {
  return base === null || month > base.throughMonth;
}

export function blockName({ agencyId, month }: Pick<ReleaseMonth, 'agencyId' | 'month'>): string {
  return `${agencyId} ${yearOf(month)}`;
}

/** Every block that has months no later than the release in force, in order of name. */
export function pastBlocks(base: ReleaseBase | null, accepted: readonly ReleaseMonth[]): readonly Block[] {
  const released = base?.months ?? [];
  const past = accepted.filter((month) => !isNewMonth(month, base));
  const names = [...new Set([...released, ...past].map(blockName))].toSorted();

  return names.map((name) => {
    const [agencyId = '', year = ''] = name.split(' ');
    const within = (months: readonly ReleaseMonth[]): readonly ReleaseMonth[] =>
      months.filter((month) => blockName(month) === name);
    return { name, agencyId, year, released: within(released), accepted: within(past) };
  });
}
