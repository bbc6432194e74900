import type { ReleaseBlock, ReleaseMonth } from '../../schema/records/index.js';
import { yearOf } from '../table/index.js';

/** The months of one agency in one calendar year that a release has, and those an accepted submission would give it. */
export interface Block {
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

/** `harbor-city-pd 2025`. */
export function blockName({ agencyId, year }: Pick<Block, 'agencyId' | 'year'>): string {
  return `${agencyId} ${year}`;
}

/** The name of the block a month is in. */
export function blockNameOf({ agencyId, month }: Pick<ReleaseMonth, 'agencyId' | 'month'>): string {
  return blockName({ agencyId, year: yearOf(month) });
}

/** The epoch of every block, by its name. */
export function epochsOf(blocks: readonly ReleaseBlock[]): ReadonlyMap<string, number> {
  return new Map(blocks.map((block) => [blockName(block), block.epoch]));
}

/** Every block that has months no later than the release in force, in order of name. */
export function pastBlocks(base: ReleaseBase | null, accepted: readonly ReleaseMonth[]): readonly Block[] {
  const released = base?.months ?? [];
  const past = accepted.filter((month) => !isNewMonth(month, base));
  const names = [...new Set([...released, ...past].map(blockNameOf))].toSorted();

  return names.map((name) => {
    const [agencyId = '', year = ''] = name.split(' ');
    const within = (months: readonly ReleaseMonth[]): readonly ReleaseMonth[] =>
      months.filter((month) => blockNameOf(month) === name);
    return { name, agencyId, year, released: within(released), accepted: within(past) };
  });
}
