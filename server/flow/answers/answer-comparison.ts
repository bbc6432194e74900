import { measures } from '../../../schema/catalogue/index.js';
import type { Asker } from '../../../schema/records/index.js';
import type { OutcomesPlan } from '../../plan/index.js';
import { rangeOf } from '../../table/index.js';
import type { Axis, OutcomesQuestion, ProtectedTable, StandardName } from '../../table/index.js';

import { nothingReleased, sceneAsked } from './answer-outcomes.js';
import { answered } from './answered.js';
import type { Put } from './answered.js';
import { armsOf } from './comparison/arms.js';
import type { FoundPart } from './comparison/arms.js';
import { caveatsOf } from './comparison/caveats.js';
import { checkShape } from './comparison/check-shape.js';
import { armQuestion, partsOf, questionsBeside } from './comparison/parts.js';
import type { ComparisonPart } from './comparison/parts.js';
import { programArms } from './comparison/programs.js';
import { tooManyStrata } from './comparison/refusals.js';
import { PROGRAM, RESPONSE_MODEL, wordsOf } from './comparison/shape.js';
import type { ArmsAxis, ComparisonShape, ProgramArm } from './comparison/shape.js';
import { judgeIn } from '../comparability/judge-question.js';
import type { QuestionJudgement } from '../comparability/judge-question.js';
import { answeredOrExplained } from './explained.js';
import type { Way } from './explained.js';
import type { House } from '../house.js';
import type { ComparisonAnswer, ComparisonTable } from './outcomes-answer.js';
import { frameOf } from './outcomes-table.js';
import type { Asking } from './protected-plan.js';
import type { ReleaseScene } from './scene.js';
import { sightsOf } from './sight.js';

/** A question asked of every arm and of the baseline. Only rates are compared. */
export interface ComparisonQuestion {
  readonly question: OutcomesQuestion;
  /** What the arms are; response models when absent. */
  readonly armsBy?: ArmsAxis;
  /** The category the arms are compared with; of programs, the response model of the same agency. */
  readonly baseline: string;
  /** Categories of the axis, or ids of programs. */
  readonly arms: readonly string[];
  /** Axes whose categories are the strata; crude when absent. */
  readonly adjustFor?: readonly Axis[];
  readonly standard?: StandardName;
  /** Whether numbers that are not of the same thing are wanted all the same. */
  readonly evenIfNotComparable?: boolean;
}

/** Each arm against the baseline within the same group, crude and within strata, all from displayed counts. */
export async function answerComparison(
  asked: ComparisonQuestion,
  asker: Asker,
  house: House,
): Promise<ComparisonAnswer> {
  const { armsBy = RESPONSE_MODEL, adjustFor = [] } = asked;
  const question = onlyRates(asked.question);
  const shape = checkedShape(asked);
  const scene = await sceneAsked(question, house);
  if (scene === null) return nothingReleased();

  const programs = armsBy === PROGRAM ? await programsAsked(asked, scene, house) : [];
  const way = await wayOfComparison({ asked, shape: { ...shape, programs }, scene }, asker, house);
  const isCrude = armsBy === RESPONSE_MODEL && adjustFor.length === 0;
  const answer = isCrude
    ? await answeredOrExplained({ question, way }, asker, house)
    : await answered(way.putOf(question), asker, house);
  return answer.kind === 'REFUSED' ? answer : withJudgement(answer, way.judgementOf(question));
}

/** What a comparison asks besides its question. @throws when that is a mistake. */
export function checkedShape({
  question,
  arms,
  baseline,
  armsBy = RESPONSE_MODEL,
  adjustFor = [],
  standard = 'BASELINE_ARM',
}: ComparisonQuestion): ComparisonShape {
  const shape: ComparisonShape = { armsBy, baseline, adjustFor: [...new Set(adjustFor)], standard, programs: [] };
  checkShape({ ...shape, question, arms });
  return shape;
}

/** How a comparison of one shape is asked of a release: of any question, as this asker sees it. */
interface ComparisonWay extends Way<ComparisonTable> {
  readonly putOf: (question: OutcomesQuestion) => Put<ComparisonTable>;
  readonly judgementOf: (question: OutcomesQuestion) => QuestionJudgement;
}

export async function wayOfComparison(
  { asked, shape, scene }: { asked: ComparisonQuestion; shape: ComparisonShape; scene: ReleaseScene },
  asker: Asker,
  house: House,
): Promise<ComparisonWay> {
  const sightOf = await sightsOf({ asker, scene }, house);
  const judge = await judgeIn(scene, house);

  const askingOf = (question: OutcomesQuestion): Asking => {
    const byArm = mainQuestion(shape, { question, arms: asked.arms });
    return { question: byArm, scene, sight: sightOf(byArm) };
  };
  const judged = (asking: Asking): QuestionJudgement => judge({ asking, models: modelsIn(asking.question) });
  return {
    scene,
    judgementOf: (question) => judged(askingOf(question)),
    putOf: (question) => {
      const asking = askingOf(question);
      return judgedPut(comparisonPut(shape, asking), judged(asking), asked);
    },
  };
}

function modelsIn({ where }: OutcomesQuestion): readonly string[] {
  return where.nodes[RESPONSE_MODEL] ?? [];
}

function judgedPut(
  put: Put<ComparisonTable>,
  { refusal }: QuestionJudgement,
  { evenIfNotComparable = false }: ComparisonQuestion,
): Put<ComparisonTable> {
  return evenIfNotComparable
    ? { ...put, beside: { ...put.beside, evenIfNotComparable: 'true' } }
    : { ...put, refused: refusal };
}

/** Declarations may be newer than a remembered table: what is said of them is added to it. */
function withJudgement(answer: ComparisonTable, judged: QuestionJudgement): ComparisonTable {
  const { judgements, warnings, breaches } = judged;
  const table = { ...answer.table, footnotes: [...answer.table.footnotes, ...breaches] };
  return { ...answer, table, comparability: judgements, caveats: [...answer.caveats, ...warnings] };
}

/** A comparison as it was asked for: the question has the arms and the baseline among its groups. */
export function comparisonPut(shape: ComparisonShape, asked: Asking): Put<ComparisonTable> {
  const parts = partsOf(asked.question, shape);
  const questions = questionsBeside(parts);
  const strata = new Set(parts.map((part) => part.strata));
  const words = wordsOf(shape);
  const asking: Asking = {
    ...asked,
    along: {
      questions,
      words,
      refusalOf: (question, plan) => (strata.has(question) ? tooManyStrata(plan, shape.adjustFor) : null),
    },
  };

  return {
    field: 'COMPARE',
    asking,
    beside: words,
    layOut: (found) => {
      const plans = new Map([
        [asked.question, found.plan],
        ...questions.map((one, index) => [one, found.plan.also[index]] as const),
      ]);
      const arms = armsOf(foundParts({ parts, plans, shape, table: found.table }), asking);
      return {
        kind: 'ANSWERED',
        armsBy: shape.armsBy,
        baseline: shape.baseline,
        adjustedFor: shape.adjustFor,
        standard: shape.adjustFor.length === 0 ? null : shape.standard,
        arms,
        caveats: caveatsOf(arms, shape),
        comparability: [],
        table: frameOf(asking, found),
      };
    },
  };
}

function foundParts({
  parts,
  plans,
  shape: { adjustFor },
  table,
}: {
  parts: readonly ComparisonPart[];
  plans: ReadonlyMap<OutcomesQuestion, OutcomesPlan | undefined>;
  shape: ComparisonShape;
  table: ProtectedTable;
}): readonly FoundPart[] {
  const planOf = (question: OutcomesQuestion | null): OutcomesPlan | null =>
    question === null ? null : (plans.get(question) ?? null);

  return parts.map((part) => {
    const crude = planOf(part.crude);
    if (crude === null) throw new Error('A part of a comparison was not planned.');
    return { part, crude, strata: planOf(part.strata), standard: planOf(part.standard), adjustFor, table };
  });
}

/** The question that names every arm: what is noted, and what the frame of the answer speaks of. */
function mainQuestion(
  { armsBy, baseline, programs }: ComparisonShape,
  { question, arms }: { question: OutcomesQuestion; arms: readonly string[] },
): OutcomesQuestion {
  if (armsBy !== PROGRAM) return armQuestion(question, { axis: armsBy, arms: [baseline, ...arms] });

  const agencies = programs.map(({ agencyId }) => agencyId);
  const models = [baseline, ...programs.map(({ responseModel }) => responseModel)];
  const [from, to] = [
    programs.map((program) => program.from).toSorted(),
    programs.map((program) => program.to).toSorted(),
  ];
  const period = { from: from.at(0) ?? '', to: to.at(-1) ?? '' };
  const byAgency = armQuestion({ ...question, period }, { axis: 'AGENCY', arms: agencies });
  return armQuestion(byAgency, { axis: RESPONSE_MODEL, arms: models });
}

function onlyRates(question: OutcomesQuestion): OutcomesQuestion {
  const rates = measures.filter(({ kind, code }) => kind === 'RATE' && question.measures.includes(code));
  return { ...question, measures: rates.map(({ code }) => code) };
}

async function programsAsked(
  { question: { period }, arms }: ComparisonQuestion,
  { lattice: { months } }: ReleaseScene,
  { store }: House,
): Promise<readonly ProgramArm[]> {
  const asked = months.filter(
    (month) => period === null || (rangeOf(period.from).from <= month && month <= rangeOf(period.to).through),
  );
  return programArms(arms, { programs: await store.registry.programs(), months: asked });
}
