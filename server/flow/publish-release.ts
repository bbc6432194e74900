import type { Release, TokenHolder } from '../../schema/records/index.js';
import { mayRelease } from '../access/index.js';
import { AskerError } from '../lib/index.js';
import { keyId, perturbationTableSha256, policyId } from '../protect/index.js';
import { manifestOf } from '../release/index.js';
import type { ReleaseMonth } from '../store/index.js';
import { grainOf } from '../table/index.js';

import { LAG_DAYS, lastClosedMonth } from './calendar.js';
import type { House } from './house.js';

/**
 * Publish every closed month up to `throughMonth`. A release never changes, and neither does a month once released:
 * submissions accepted later add months, they do not replace them.
 */
export async function publishRelease(
  { throughMonth }: { throughMonth: string },
  asker: TokenHolder,
  house: House,
): Promise<Release> {
  if (!mayRelease(asker)) throw mayNotRelease();
  const lastClosed = lastClosedMonth(house.clock.now());
  if (grainOf(throughMonth) !== 'MONTH' || throughMonth > lastClosed) throw notClosed(throughMonth, lastClosed);

  const months = await monthsToRelease(throughMonth, house);
  const fromMonth = months
    .map(({ month }) => month)
    .toSorted()
    .at(0);
  if (fromMonth === undefined) throw nothingAccepted(throughMonth);

  const release = {
    id: `${throughMonth}.${(await house.store.releases.count()) + 1}`,
    publishedAt: house.clock.now(),
    publishedBy: asker.id,
    fromMonth,
    throughMonth,
    manifest: manifestOf(months, {
      policyId,
      perturbationTableSha256,
      keyIds: { record: keyId(house.secrets.record), perturbation: keyId(house.secrets.perturbation) },
    }),
  };
  await house.store.releases.publish(release, months);
  house.memory.latest.clear();
  return release;
}

/** The latest accepted submission of every agency-month, but for months released before: those keep what they had. */
async function monthsToRelease(throughMonth: string, { store }: House): Promise<readonly ReleaseMonth[]> {
  const accepted = await store.releases.acceptedMonths(throughMonth);
  const released = (await store.releases.releasedMonths()).filter(({ month }) => month <= throughMonth);
  const nameOf = ({ agencyId, month }: ReleaseMonth): string => `${agencyId} ${month}`;
  return [...new Map([...accepted, ...released].map((month) => [nameOf(month), month])).values()];
}

function mayNotRelease(): AskerError {
  return new AskerError(
    'FORBIDDEN',
    'This token may not publish a release. Only an operator may. Ask the operator of the region.',
  );
}

function notClosed(throughMonth: string, lastClosed: string): AskerError {
  return new AskerError(
    'BAD_PERIOD',
    `${throughMonth} is not a closed month. A month closes ${LAG_DAYS} days after its end; the latest closed one is ` +
      `${lastClosed}. Release through that month or an earlier one.`,
  );
}

function nothingAccepted(throughMonth: string): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    `No accepted submission has a month up to ${throughMonth}. A release publishes accepted submissions only. ` +
      'Accept one first.',
  );
}
