import type { AskedField, LedgerEntry, TokenHolder } from '../../../schema/records/index.js';
import { COVERAGE_MAX, REFUSED_PER_MINUTE_MAX, SIBLINGS_MAX, refusedOften, siblingWalks } from '../../ledger/index.js';
import type { AskedQuestion } from '../../ledger/index.js';
import { tablesOffered, tablesTouched } from '../../plan/index.js';
import { lenses } from '../../protect/index.js';

import { sceneAsked } from '../answers/answer-outcomes.js';
import type { ReleaseScene } from '../answers/scene.js';
import type { House } from '../house.js';
import { ledgerSeenBy } from './ledger-seen-by.js';
import type { NotedQuestion } from './note-question.js';

/** What one asker did in a release that is worth a look. Found in questions alone: no answer was read. */
export interface LedgerAlert {
  readonly kind: 'COVERAGE' | 'SIBLING_WALK' | 'REFUSED_OFTEN';
  readonly askerId: string;
  readonly audience: string;
  /** The asker's agency; null for audiences without one. */
  readonly agencyId: string | null;
  readonly releaseId: string;
  /** The axis of a walk: a dimension code or `PLACE`; else null. */
  readonly along: string | null;
  /** A share of tables, a number of filters or a number of questions. */
  readonly observed: number;
  readonly limit: number;
  readonly since: Date;
  readonly until: Date;
}

/** The questions one asker put through one lens. */
interface Asker {
  readonly entry: LedgerEntry;
  readonly lens: NotedQuestion['lens'];
  readonly visibleAgencies: Set<string>;
  readonly asked: (AskedQuestion & { readonly planHash: string })[];
}

type Found = Pick<LedgerAlert, 'kind' | 'along' | 'observed' | 'limit'> & { readonly asked: readonly AskedQuestion[] };

const ENTRIES_AT_ONCE = 1_000;
const OF_OWN_ROWS: readonly AskedField[] = ['OWN_OUTCOMES', 'OWN_TABLE_TO_SHARE'];

/**
 * The alerts of a release: of everybody for an operator; for the people of an agency, those with a question about an area
 * it is in. Questions about an asker's own rows are nobody's concern. Source: disclosure policy, section 2.15.
 */
export async function ledgerAlerts(
  { releaseId }: { releaseId: string | null },
  viewer: TokenHolder,
  house: House,
): Promise<readonly LedgerAlert[]> {
  const areas = await ledgerSeenBy(viewer, house);
  const scene = await sceneAsked({ releaseId }, house);
  if (scene === null) return [];

  const askers = await askersOf(scene.release.id, house);
  return askers.flatMap((asker) =>
    alertsOn(asker, scene)
      .filter(({ asked }) => areas === null || asked.some(({ area }) => areas.includes(area)))
      .map((found) => alertFrom(found, asker)),
  );
}

async function askersOf(releaseId: string, { store }: House): Promise<readonly Asker[]> {
  const askers = new Map<string, Asker>();
  let seq = 0;
  for (;;) {
    const entries = await store.ledger.ofRelease({ releaseId, seq, first: ENTRIES_AT_ONCE });
    for (const entry of entries) if (!OF_OWN_ROWS.includes(entry.field)) addTo(askers, entry);
    seq = entries.at(-1)?.seq ?? seq;
    if (entries.length < ENTRIES_AT_ONCE) return [...askers.values()];
  }
}

function addTo(askers: Map<string, Asker>, entry: LedgerEntry): void {
  const { question, lens, visibleAgencies } = JSON.parse(entry.question) as NotedQuestion;
  const { askedAt, area, refusal, planHash } = entry;
  const name = `${entry.askerId} ${lens}`;
  const asker = askers.get(name) ?? { entry, lens, visibleAgencies: new Set(), asked: [] };
  for (const agencyId of visibleAgencies) asker.visibleAgencies.add(agencyId);
  asker.asked.push({ askedAt, area, refusal, question, planHash });
  askers.set(name, asker);
}

function alertsOn(asker: Asker, scene: ReleaseScene): readonly Found[] {
  const walks = siblingWalks(asker.asked).map((walk): Found => ({
    kind: 'SIBLING_WALK',
    ...walk,
    limit: SIBLINGS_MAX,
  }));
  const refused = refusedOften(asker.asked);
  return [
    ...coverageBy(asker, scene),
    ...walks,
    ...(refused === null
      ? []
      : [{ kind: 'REFUSED_OFTEN', along: null, ...refused, limit: REFUSED_PER_MINUTE_MAX } as const]),
  ];
}

/** The share of the tables its lens offers that an asker was answered. A table is its cells' handle, asked once. */
function coverageBy({ asked, lens, visibleAgencies }: Asker, { lattice }: ReleaseScene): readonly Found[] {
  const answered = asked.filter(({ refusal }) => refusal === null);
  const byHandle = new Map(answered.map(({ planHash, question }) => [planHash, question]));
  const touched = new Set<string>();
  for (const question of byHandle.values()) for (const table of tablesTouched(question, lattice)) touched.add(table);

  const offered = tablesOffered({ lattice, lens: lenses[lens], visibleAgencies });
  const share = touched.size / Math.max(1, offered);
  return share > COVERAGE_MAX
    ? [{ kind: 'COVERAGE', along: null, observed: share, limit: COVERAGE_MAX, asked: answered }]
    : [];
}

function alertFrom({ asked, ...found }: Found, { entry }: Asker): LedgerAlert {
  const { askerId, audience, agencyId, releaseId } = entry;
  const since = asked.at(0)?.askedAt ?? entry.askedAt;
  const until = asked.at(-1)?.askedAt ?? entry.askedAt;
  return { ...found, askerId, audience, agencyId, releaseId, since, until };
}
