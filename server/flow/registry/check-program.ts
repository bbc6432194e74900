import type { NewProgram, Opening } from '../../../schema/records/index.js';
import { AskerError } from '../../lib/index.js';

import type { House } from '../house.js';

/** A quarter of an hour is the finest the hours of a program are kept in. */
const TIME = /^([01]\d|2[0-3]):(00|15|30|45)$/;

/** Hours by day and time as they can be counted with. @throws what is wrong with the first that cannot. */
export function checkOpenings(openings: readonly Opening[]): void {
  if (openings.length === 0) throw badOpening('no span of hours', 'at least one, or none of it');
  for (const { days, from, until } of openings) {
    if (days.length === 0) throw badOpening('a span without a day', 'one day or more');
    for (const time of [from, until])
      if (!TIME.test(time)) throw badOpening(`the time "${time}"`, 'a quarter of an hour, such as 08:00 or 19:45');
  }
}

/** The place a program answers for is its agency, or the county or state the agency is in. */
export async function checkServed(
  { agencyId, serves }: Pick<NewProgram, 'agencyId' | 'serves'>,
  { registry }: House['store'],
): Promise<void> {
  const [agency] = await registry.agenciesByIds([agencyId]);
  if (agency === undefined || serves === null || serves === undefined) return;

  const around = [agency.id, agency.county, agency.state];
  if (around.includes(serves)) return;
  throw new AskerError(
    'BAD_REQUEST',
    `A program of ${agencyId} cannot answer for ${serves}. It answers for its agency, county or state: ${around.join(', ')}. ` +
      'Name one of them.',
  );
}

function badOpening(given: string, limit: string): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    `The opening hours have ${given}. They need ${limit}. Mend them, or give the hours in words only.`,
  );
}
