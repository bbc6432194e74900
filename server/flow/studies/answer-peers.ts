import type { Asker } from '../../../schema/records/index.js';
import { estimateFunnel } from '../../estimate/index.js';
import type { OutcomesQuestion, Widening } from '../../table/index.js';

import { nothingReleased, sceneAsked } from '../answers/answer-outcomes.js';
import { answeredOrExplained } from '../answers/explained.js';
import type { Asking } from '../answers/protected-plan.js';
import type { Put } from '../answers/put.js';
import type { ReleaseScene } from '../answers/scene.js';
import { sightsOf } from '../answers/sight.js';
import { wayOfOne } from '../answers/way.js';
import type { WayOfOne } from '../answers/way.js';
import { comparedSets } from '../comparability/compared-sets.js';
import { judgeIn } from '../comparability/judge-question.js';
import type { QuestionJudgement } from '../comparability/judge-question.js';
import { judgedPut } from '../comparability/judged-put.js';
import type { House } from '../house.js';
import { countedTable, rateIn } from './counted-table.js';
import type { CountedRow, CountedTable } from './counted-table.js';
import { peerPlaces } from './peer-places.js';
import { placedQuestions } from './placed-questions.js';
import type { PeerPoint, PeersAnswer, PeersTable } from './study-answers.js';

/** One rate of every agency, or of an area where the asker may not see its agencies. */
export interface PeersQuestion {
  /** Its `by` is empty, and it has one measure. */
  readonly question: OutcomesQuestion;
  readonly widening: Widening;
  readonly order: 'LABEL' | 'SIZE';
  /** Whether numbers that are not of the same thing are wanted all the same. */
  readonly evenIfNotComparable: boolean;
}

/** A funnel plot of agencies from displayed counts. Nobody is ranked, and nobody is left out for being small. */
export async function answerPeers(asked: PeersQuestion, asker: Asker, house: House): Promise<PeersAnswer> {
  const { question } = asked;
  const scene = await sceneAsked(question, house);
  if (scene === null) return nothingReleased();

  const way = await wayOfPeers({ asked, scene }, asker, house);
  const { put, judgement } = way.judgedOf(question);
  const answer = await answeredOrExplained(put, { question, way }, asker, house);
  return answer.kind === 'REFUSED' ? answer : drawn({ answer, asked, asking: put.asking, judged: judgement, asker });
}

/** How a funnel is asked of a release: of one rate, of places and encounters. */
interface WayOfPeers extends WayOfOne<CountedTable> {
  readonly judgedOf: (question: OutcomesQuestion) => {
    readonly put: Put<CountedTable>;
    readonly judgement: QuestionJudgement;
  };
}

async function wayOfPeers(
  { asked, scene }: { asked: PeersQuestion; scene: ReleaseScene },
  asker: Asker,
  house: House,
): Promise<WayOfPeers> {
  const sightOf = await sightsOf({ asker, scene }, house);
  const judge = await judgeIn(scene, house);
  const judgedOf: WayOfPeers['judgedOf'] = (question) => {
    const asking = { question, scene, sight: sightOf(question) };
    const models = question.where.nodes['RESPONSE_MODEL'] ?? [];
    const judgement = judge({ asking, models, sideBySide: comparedSets(asking) });
    return { put: judgedPut(peersPut(asking), judgement, asked), judgement };
  };
  const way = wayOfOne<CountedTable>({
    scene,
    putOf: (question) => judgedOf(question).put,
    mayBeAsked: ({ by, measures }) => by.length === 0 && measures.length === 1,
  });
  return { ...way, judgedOf };
}

function drawn({
  answer: { rows, kind, ...table },
  asked: { question, widening, order },
  asking,
  judged,
  asker,
}: {
  answer: CountedTable;
  asked: PeersQuestion;
  asking: Asking;
  judged: QuestionJudgement;
  asker: Asker;
}): PeersTable {
  const [measure = ''] = question.measures;
  const placed = rows.map((row) => placeOf(row, asking, asker));
  const isPooled = new Set(placed.filter(({ level }) => level !== 'AGENCY').map(({ place }) => place));
  const units = rows.map((row, index) => ({
    ...rateIn(row, measure),
    isPartOfTarget: !isInside(placed[index]?.place ?? '', isPooled, asking),
  }));
  const { points, ...funnel } = estimateFunnel(units, { widening });
  const peers = points.map((point, index) => ({ ...point, ...pointAt(placed, units, index) }));
  return {
    ...{ kind, measure, widening, ...funnel },
    points: inOrder(peers, order),
    caveats: [...CAVEATS, ...judged.warnings],
    comparability: judged.judgements,
    table: { ...table, footnotes: [...table.footnotes, ...judged.breaches] },
  };
}

/** The displayed counts of a funnel as they were asked for. */
export function peersPut(asking: Asking): Put<CountedTable> {
  return {
    field: 'PEERS',
    asking,
    beside: {},
    madeOf: () => placedQuestions(asking, { places: peerPlaces(asking), by: [] }),
    layOut: (found) => countedTable(asking, found),
  };
}

/** Said with every funnel. Source: the field guide's comparison rules 1, 7 and 8. */
const CAVEATS: readonly string[] = [
  'No league table: agencies differ in the calls they get and in what they record. A point outside the limits asks a ' +
    'question; it answers none.',
  'Of a hundred agencies that differ by chance alone, five lie outside the 95 % limits and hardly one outside the 99.8 %.',
  'A small agency has wide limits and a wide interval: read the interval before the point.',
];

type Placed = Pick<PeerPoint, 'label' | 'level' | 'place' | 'agencyCount' | 'isOwn'>;

function placeOf({ group }: CountedRow, { scene }: Asking, asker: Asker): Placed {
  const level = (['AGENCY', 'COUNTY', 'STATE'] as const).find((axis) => group[axis] !== undefined) ?? 'STATE';
  const place = group[level] ?? '';
  const agencyCount = scene.lattice.geography.leavesOf(place).length;
  return {
    level,
    place,
    agencyCount,
    label: level === 'AGENCY' ? (scene.agencies.get(place)?.name ?? place) : `${place} (agencies: ${agencyCount})`,
    isOwn: level === 'AGENCY' && place === asker.agencyId,
  };
}

function pointAt(
  placed: readonly Placed[],
  units: readonly { readonly isPartOfTarget: boolean }[],
  index: number,
): Placed & Pick<PeerPoint, 'isPartOfTarget'> {
  const [place, unit] = [placed[index], units[index]];
  if (place === undefined || unit === undefined) throw new Error('A point of a funnel has no place.');
  return { ...place, isPartOfTarget: unit.isPartOfTarget };
}

/** Whether an agency lies in an area that is a point of its own. */
function isInside(agencyId: string, areas: ReadonlySet<string>, { scene }: Asking): boolean {
  const home = scene.places.find((place) => place.agencyId === agencyId);
  return home !== undefined && (areas.has(home.county) || areas.has(home.state));
}

/** By label, or by displayed size with those not shown last: never by the rate. */
function inOrder(points: readonly PeerPoint[], order: PeersQuestion['order']): readonly PeerPoint[] {
  const byLabel = points.toSorted((one, other) => (one.label < other.label ? -1 : 1));
  if (order === 'LABEL') return byLabel;
  return byLabel.toSorted((one, other) => (other.rate.denominator ?? -1) - (one.rate.denominator ?? -1));
}
