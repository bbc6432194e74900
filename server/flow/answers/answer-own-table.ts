import { mayAskOwn } from '../../access/index.js';
import type { Asker, SharedTable } from '../../../schema/records/index.js';
import { SHARED_CELLS_MAX, framesMeet, isShareable, planShare, shareCellsOf } from '../../plan/index.js';
import type { SharePlan } from '../../plan/index.js';
import { protectToShare, sharedBefore } from '../../protect/index.js';
import { keySetsIn } from '../../release/index.js';
import { tabulate } from '../../tabulate/index.js';
import { refused } from '../../table/index.js';
import type { Cell, OutcomesQuestion, ProtectedTable, Refused } from '../../table/index.js';

import type { House } from '../house.js';
import { noteQuestion } from '../ledger/note-question.js';
import { nothingReleased, notOwnAgency, sceneAsked } from './answer-outcomes.js';
import { explained } from './explained.js';
import type { OutcomesAnswer, OutcomesTable } from './outcomes-answer.js';
import { outcomesTable } from './outcomes-table.js';
import { isOwn, ownAsking } from './own-asking.js';
import type { Asking } from './protected-plan.js';
import type { ReleaseScene } from './scene.js';
import { shareFootnotes } from './share-footnotes.js';
import type { Way } from './way.js';

/** A table an agency wants to hand on, and the smallest count it shows. */
export interface TableToShare {
  readonly question: OutcomesQuestion;
  readonly threshold: number;
}

/** Who shares it, for the record; null where nothing may be shared anew. */
type Sharer = Asker | null;

/** Somebody else of the agency may share a table at the same moment; more than this many do not. */
const TRIES_MAX = 10;

/**
 * An agency's own exact table, protected so that it may be handed on. Answering it is sharing it: what is shown and hidden
 * is written down first, and no later table of the release undoes it.
 */
export async function answerOwnTableToShare(
  { question, threshold }: TableToShare,
  asker: Asker,
  house: House,
): Promise<OutcomesAnswer> {
  const scene = await sceneAsked(question, house);
  if (scene === null) return nothingReleased();
  const own = mayAskOwn(asker) ? asker.agencyId : null;
  if (own === null) return notOwnAgency();
  const explain = async (refusal: Refused): Promise<Refused> =>
    explained(refusal, { question, way: await wayOfShared({ own, scene, threshold }, house) }, asker, house);
  if (!isOwn(question, own)) return explain(notOwnAgency());

  const asking = ownAsking({ question, own, scene });
  const answer = await tableToShare({ asking, threshold }, asker, house);
  const beside = { threshold: String(threshold) };
  await noteQuestion({ field: 'OWN_TABLE_TO_SHARE', asking, area: own, beside, answer }, asker, house);
  return answer.kind === 'REFUSED' ? explain(answer) : answer;
}

/** How a table is asked to be shared, beside those its agency shared before. */
async function wayOfShared(
  { own, scene, threshold }: { own: string; scene: ReleaseScene; threshold: number },
  { store }: House,
): Promise<Way> {
  const { lattice, release } = scene;
  const earlier = await store.sharedTables.of({ agencyId: own, releaseId: release.id });
  const refusalOf = (question: OutcomesQuestion): Refused | null => {
    if (!isOwn(question, own)) return notOwnAgency();
    const asking = ownAsking({ question, own, scene });
    const plan = planShare(asking.question, lattice);
    return 'kind' in plan ? plan : meetsShared(earlier, { asking, plan, threshold });
  };
  return {
    scene,
    ownAgency: own,
    putsOf: (question) => refusalOf(question) ?? [],
    mayBeAsked: (question) => isShareable(ownAsking({ question, own, scene }).question, lattice),
  };
}

/** The same table once more, for the replay of a question: from what was written down, and nothing is shared anew. */
export async function ownTableAgain(
  { asking, beside }: { asking: Asking; beside: Readonly<Record<string, string>> },
  house: House,
): Promise<OutcomesAnswer> {
  return tableToShare({ asking, threshold: Number(beside['threshold']) }, null, house);
}

async function tableToShare(
  { asking, threshold }: { asking: Asking; threshold: number },
  sharer: Sharer,
  house: House,
): Promise<OutcomesAnswer> {
  const { lattice, release } = asking.scene;
  const plan = planShare(asking.question, lattice);
  if ('kind' in plan) return plan;

  for (let turn = 0; turn < TRIES_MAX; turn += 1) {
    const earlier = await house.store.sharedTables.of({ agencyId: plan.frame.agencyId, releaseId: release.id });
    const same = earlier.find((table) => isSame(table, { asking, plan, threshold }));
    if (same !== undefined) return laidOut({ asking, plan, threshold }, await madeBefore(same, plan, asking, house));

    const refusal = meetsShared(earlier, { asking, plan, threshold });
    if (refusal !== null) return refusal;
    if (sharer === null) throw new Error('A table of the ledger was never written down.');

    const table = await madeNow(earlier, { asking, plan, threshold }, house);
    const { frame } = plan;
    const isKept = await house.store.sharedTables.keep({
      ...{ agencyId: frame.agencyId, time: frame.time, nodes: frame.nodes, axes: asking.question.by, threshold },
      releaseId: release.id,
      seq: earlier.length + 1,
      sharedAt: house.clock.now(),
      sharedBy: sharer.id,
      hidden: plan.cells.filter((cell) => table.cellOf(cell).status === 'SUPPRESSED').map(({ id }) => id),
    });
    if (isKept) return laidOut({ asking, plan, threshold }, table);
  }
  throw new Error('Tables were shared faster than one could be written down.');
}

interface Planned {
  readonly asking: Asking;
  readonly plan: SharePlan;
  readonly threshold: number;
}

/** The order of axes is the order of rows, not another table. */
function isSame(table: SharedTable, { asking, plan, threshold }: Planned): boolean {
  const axesOf = (axes: readonly string[]): string => JSON.stringify(axes.toSorted());
  const isSameTable = axesOf(table.axes) === axesOf(asking.question.by);
  return isSameFrame(table, plan.frame) && isSameTable && table.threshold === threshold;
}

function isSameFrame(one: SharePlan['frame'], other: SharePlan['frame']): boolean {
  const textOf = ({ time, nodes }: SharePlan['frame']): string =>
    JSON.stringify([time, Object.entries(nodes).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
  return textOf(one) === textOf(other);
}

/**
 * Tables of a release either have no encounter in common or are of the same ones: then they are audited as one table.
 * From metadata alone.
 */
function meetsShared(earlier: readonly SharedTable[], { asking, plan, threshold }: Planned): Refused | null {
  const { lattice } = asking.scene;
  const clash = earlier.find(
    (table) =>
      framesMeet(table, plan.frame, lattice) && (!isSameFrame(table, plan.frame) || table.threshold !== threshold),
  );
  if (clash !== undefined) return meets(clash);

  return cellsTogether(earlier, { asking, plan }).length > SHARED_CELLS_MAX ? tooManyTogether() : null;
}

/** The cells of a table and of those of the same encounters shared before, each once. */
function cellsTogether(
  earlier: readonly SharedTable[],
  { asking, plan }: Pick<Planned, 'asking' | 'plan'>,
): readonly Cell[] {
  const cells = [plan, ...plansOf(earlier, { asking, plan })].flatMap((one) => one.cells);
  return [...new Map(cells.map((cell) => [cell.id, cell])).values()];
}

function plansOf(earlier: readonly SharedTable[], { asking, plan }: Pick<Planned, 'asking' | 'plan'>) {
  return earlier
    .filter((table) => isSameFrame(table, plan.frame))
    .map((table) => ({ ...shareCellsOf({ frame: plan.frame, by: table.axes }, asking.scene.lattice), table }));
}

async function madeNow(earlier: readonly SharedTable[], planned: Planned, house: House): Promise<ProtectedTable> {
  const { asking, plan, threshold } = planned;
  const before = plansOf(earlier, planned);
  const hiddenBefore = new Set(before.flatMap(({ table }) => table.hidden));
  const out = before.flatMap(({ cells }) => cells).filter(({ id }) => !hiddenBefore.has(id));
  return protectToShare(await counted(cellsTogether(earlier, planned), asking.scene, house), {
    families: [...plan.families, ...before.flatMap(({ families }) => families)],
    threshold,
    personAgencies: asking.scene.persons?.agencyIds ?? new Set(),
    keySetsIn: keySetsIn(asking.scene.release.manifest),
    shownBefore: new Set(out.map(({ id }) => id)),
    hiddenBefore,
  });
}

async function madeBefore(
  { hidden, threshold }: SharedTable,
  { cells }: SharePlan,
  { scene }: Asking,
  house: House,
): Promise<ProtectedTable> {
  return sharedBefore(await counted(cells, scene, house), { threshold, hidden: new Set(hidden) });
}

async function counted(cells: readonly Cell[], { release, places, persons }: ReleaseScene, { store }: House) {
  return tabulate({ cells, releaseId: release.id, places, persons }, store);
}

function laidOut({ asking, plan, threshold }: Planned, table: ProtectedTable): OutcomesTable {
  const { handle, ...answer } = outcomesTable(asking, { plan: { ...plan, also: [] }, table });
  return { ...answer, footnotes: shareFootnotes({ asking, plan, threshold }), handle: `${handle}-t${threshold}` };
}

function meets({ time, nodes, threshold, axes }: SharedTable): Refused {
  const filter = Object.entries(nodes).map(([dimension, node]) => `${dimension} ${node}`);
  return refused({
    reason: 'MEETS_SHARED_TABLE',
    because:
      `Your agency was given an exact table of ${[time, ...filter].join(', ')} with threshold ${threshold}, by ` +
      `${axes.length === 0 ? 'nothing' : axes.join(', ')}. Tables of one release have the same period, filter and threshold, ` +
      'or no encounter in common: else subtracting one from the other would give suppressed cells.',
    remedy: 'Ask for the same period, filter and threshold, by other axes.',
  });
}

function tooManyTogether(): Refused {
  return refused({
    reason: 'TOO_MANY_CELLS',
    because:
      `Together with the tables of the same encounters shared before, this one has over ${SHARED_CELLS_MAX} cells, the most ` +
      'that are audited as one.',
    remedy: 'Drop an axis.',
  });
}
