import type { Asker } from '../../../schema/records/index.js';
import { lensNameFor } from '../../access/index.js';
import { areaOf } from '../../ledger/index.js';
import { agenciesAsked } from '../../plan/index.js';
import { lenses } from '../../protect/index.js';
import { refused } from '../../table/index.js';
import type { Refused } from '../../table/index.js';

import type { Asking } from '../answers/protected-plan.js';
import { handleFor } from '../answers/put.js';
import type { AnyPut } from '../answers/put.js';
import { closingDayOf, monthAfter } from '../calendar.js';
import type { House, TablesAsked } from '../house.js';

/** How many different tables an asker was answered about an area of the latest release, and how many may be. */
export interface Quota {
  readonly area: string;
  readonly asked: number;
  readonly allowed: number;
}

/** The smallest area a question is about. */
export function areaAsked({ question, scene }: Asking): string {
  const asked = agenciesAsked(question, scene.lattice);
  return areaOf(scene.places.filter(({ agencyId }) => asked.has(agencyId)));
}

/**
 * The refusal of one table too many, or null: a table asked before is answered again.
 *
 * A second line: what may be learnt from all tables together is no more than the noise lets through.
 */
export async function overQuota(
  { asking, area, handle }: { asking: Asking; area: string; handle: string },
  asker: Asker,
  house: House,
): Promise<Refused | null> {
  if (asking.sight.lens.name === 'OWN') return null;

  const byArea = await tablesAnswered({ asker, scene: asking.scene }, house);
  const refusal = quotaRefusal({ asking, area, handleOf: () => handle }, byArea);
  if (refusal === null) byArea.set(area, (byArea.get(area) ?? new Set()).add(handle));
  return refusal;
}

/** The same, of tables answered so far, without counting this one. The handle is made only where it decides. */
export function quotaRefusal(
  { asking: { sight, scene }, area, handleOf }: { asking: Asking; area: string; handleOf: () => string },
  byArea: TablesAsked,
): Refused | null {
  const { tablesMax } = sight.lens;
  const known = byArea.get(area) ?? new Set();
  if (known.size < tablesMax || known.has(handleOf())) return null;

  const { id: releaseId, throughMonth } = scene.release;
  return quotaReached({ area, tablesMax, releaseId, throughMonth });
}

/** The same, of every table of an answer: each counts before the next. */
export function quotaAcross(puts: readonly AnyPut[], byArea: TablesAsked): Refused | null {
  let tables = byArea;
  for (const put of puts) {
    const { asking } = put;
    const area = areaAsked(asking);
    const refusal = quotaRefusal({ asking, area, handleOf: () => handleFor(put) }, tables);
    if (refusal !== null) return refusal;
    if (puts.length > 1) tables = new Map(tables).set(area, new Set(tables.get(area)).add(handleFor(put)));
  }
  return null;
}

/** The tables an asker was answered of a release, by area. */
export async function tablesAnswered(
  { asker, scene }: { asker: Asker; scene: Asking['scene'] },
  house: House,
): Promise<TablesAsked> {
  return tablesAsked({ askerId: asker.id, releaseId: scene.release.id }, house);
}

/** Every area of the latest release the asker was answered about. */
export async function quotasOf(asker: Asker, house: House): Promise<readonly Quota[]> {
  const release = await house.store.releases.latest();
  if (release === null) return [];

  const places = release.manifest.participants;
  const byArea = await tablesAsked({ askerId: asker.id, releaseId: release.id }, house);
  return [...byArea].toSorted().map(([area, tables]) => {
    const states = places
      .filter(({ agencyId, county, state }) => area === 'region' || [agencyId, county, state].includes(area))
      .map(({ state }) => state);
    return { area, asked: tables.size, allowed: lenses[lensNameFor(asker, { states })].tablesMax };
  });
}

/** Remembered while it is looked up: questions asked at once share one count. */
async function tablesAsked(
  asked: { askerId: string; releaseId: string },
  { store, memory }: House,
): Promise<TablesAsked> {
  const key = JSON.stringify(asked);
  const known = memory.tablesAsked.get(key);
  if (known !== undefined) return known;

  const found = store.ledger.tablesAsked(asked).then((tables) => {
    const byArea: TablesAsked = new Map();
    for (const { area, planHash } of tables) byArea.set(area, (byArea.get(area) ?? new Set()).add(planHash));
    return byArea;
  });
  memory.tablesAsked.set(key, found);
  found.catch(() => memory.tablesAsked.delete(key));
  return found;
}

function quotaReached({
  area,
  tablesMax,
  releaseId,
  throughMonth,
}: {
  area: string;
  tablesMax: number;
  releaseId: string;
  throughMonth: string;
}): Refused {
  const next = monthAfter(throughMonth);
  return refused({
    reason: 'QUOTA_REACHED',
    because:
      `You were answered ${tablesMax} different tables about ${area} of release ${releaseId}; your audience has no more ` +
      'there. Tables you have asked are answered again, and other areas too.',
    remedy: `Come back with the next release: ${next} can be published from ${closingDayOf(next)} on.`,
  });
}
