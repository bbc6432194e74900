import { measures } from '../../../schema/catalogue/index.js';
import type { Asker } from '../../../schema/records/index.js';
import type { OutcomesPlan } from '../../plan/index.js';
import { rangeOf } from '../../table/index.js';
import type { AdjustedQuestion, Axis, OutcomesQuestion, ProtectedTable, StandardName } from '../../table/index.js';

import { nothingReleased, sceneAsked } from './answer-outcomes.js';
import { armsOf, givenArms } from './comparison/arms.js';
import type { FoundPart } from './comparison/arms.js';
import { caveatsOf } from './comparison/caveats.js';
import { mistakeIn } from './comparison/check-shape.js';
import type { FittedPlans } from './comparison/fitted.js';
import { armQuestion } from './comparison/arm-questions.js';
import { partsOf, questionsBeside } from './comparison/parts.js';
import type { ComparisonPart } from './comparison/parts.js';
import { haveRun, programArms } from './comparison/programs.js';
import { tooManyCombinations, tooManyStrata } from './comparison/refusals.js';
import { PROGRAM, RESPONSE_MODEL, confoundersOf, wordsOf } from './comparison/shape.js';
import type { ArmsAxis, ComparisonShape } from './comparison/shape.js';
import { judgeIn } from '../comparability/judge-question.js';
import type { QuestionJudgement } from '../comparability/judge-question.js';
import { judgedPut } from '../comparability/judged-put.js';
import { answeredOrExplained } from './explained.js';
import type { House } from '../house.js';
import type { ComparisonAnswer, ComparisonTable } from './outcomes-answer.js';
import { frameOf } from './outcomes-table.js';
import type { Asking } from './protected-plan.js';
import type { Put } from './put.js';
import type { ReleaseScene } from './scene.js';
import { sightsOf } from './sight.js';
import { wayOfOne } from './way.js';
import type { WayOfOne } from './way.js';

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
  const question = questionOf(asked);
  const scene = await sceneAsked(question, house);
  if (scene === null) return nothingReleased();

  const way = await wayOfComparison({ asked, scene }, asker, house);
  const { put, judgement } = way.judgedOf(question);
  const answer = await answeredOrExplained(put, { question, way }, asker, house);
  return answer.kind === 'REFUSED' ? answer : withJudgement(answer, judgement);
}

/** The question of a comparison: of rates only. @throws when what is asked besides is a mistake. */
export function questionOf(asked: ComparisonQuestion): AdjustedQuestion {
  const { question, adjustFor = [] } = asked;
  const rates = measures.filter(({ kind, code }) => kind === 'RATE' && question.measures.includes(code));
  const adjusted = { ...question, measures: rates.map(({ code }) => code), adjustFor: [...new Set(adjustFor)] };
  const mistake = mistakeIn({ ...shapeOf(asked, adjusted), question: adjusted, arms: asked.arms });
  if (mistake !== null) throw mistake;
  return adjusted;
}

/** How a comparison is asked of a release: of any question, as this asker sees it. */
interface WayOfComparison extends WayOfOne<ComparisonTable> {
  readonly judgedOf: (question: AdjustedQuestion) => {
    readonly put: Put<ComparisonTable>;
    readonly judgement: QuestionJudgement;
  };
}

export async function wayOfComparison(
  { asked, scene }: { asked: ComparisonQuestion; scene: ReleaseScene },
  asker: Asker,
  house: House,
): Promise<WayOfComparison> {
  const sightOf = await sightsOf({ asker, scene }, house);
  const judge = await judgeIn(scene, house);
  const programs = asked.armsBy === PROGRAM ? await house.store.registry.programs() : [];
  const rangeOfPrograms = (question: OutcomesQuestion) => ({ programs, months: monthsWithin(question, scene) });

  const judgedOf: WayOfComparison['judgedOf'] = (adjusted) => {
    const { adjustFor: _, ...question } = adjusted;
    const arms = asked.armsBy === PROGRAM ? programArms(asked.arms, rangeOfPrograms(question)) : [];
    const shape = { ...shapeOf(asked, adjusted), programs: arms };
    const byArm = mainQuestion(shape, { question, arms: asked.arms });
    const asking = { question: byArm, scene, sight: sightOf(byArm) };
    const judgement = judge({ asking, models: modelsIn(byArm) });
    return { put: judgedPut(comparisonPut(shape, asking), judgement, asked), judgement };
  };
  const way = wayOfOne<ComparisonTable>({
    scene,
    putOf: (question) => judgedOf(question).put,
    mayBeAsked: (question) =>
      mistakeIn({ ...shapeOf(asked, question), question, arms: asked.arms }) === null &&
      (asked.armsBy !== PROGRAM || haveRun(asked.arms, rangeOfPrograms(question))),
  });
  return { ...way, judgedOf };
}

/** What a comparison asks besides its question; its programs are those of a release. */
function shapeOf(
  { armsBy = RESPONSE_MODEL, baseline, standard = 'BASELINE_ARM' }: ComparisonQuestion,
  { adjustFor = [] }: AdjustedQuestion,
): ComparisonShape {
  return { armsBy, baseline, adjustFor, standard, programs: [] };
}

function monthsWithin({ period }: OutcomesQuestion, { lattice: { months } }: ReleaseScene): readonly string[] {
  if (period === null) return months;
  const [from, through] = [rangeOf(period.from).from, rangeOf(period.to).through];
  return months.filter((month) => from <= month && month <= through);
}

function modelsIn({ where }: OutcomesQuestion): readonly string[] {
  return where.nodes[RESPONSE_MODEL] ?? [];
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
  const byQuestion = <Found>(found: readonly Found[]): ReadonlyMap<OutcomesQuestion, Found | undefined> =>
    new Map([asked.question, ...questions].map((one, index) => [one, found[index]]));
  const words = wordsOf(shape);
  const asking: Asking = {
    ...asked,
    along: { questions, words, ...rulesOf(parts, { shape, question: asked.question }) },
  };

  return {
    field: 'COMPARE',
    asking,
    beside: words,
    given: (outlines) => {
      const outlineOf = byQuestion(outlines);
      return parts.flatMap((part) => givenArms(outlineOf.get(part.crude)?.rows ?? [], part));
    },
    layOut: (found) => {
      const plans = byQuestion<OutcomesPlan>([found.plan, ...found.plan.also]);
      const arms = armsOf(foundParts({ parts, plans, shape, table: found.table }), asking);
      return {
        kind: 'ANSWERED',
        armsBy: shape.armsBy,
        baseline: shape.baseline,
        adjustedFor: shape.adjustFor,
        standard: shape.adjustFor.length === 0 || confoundersOf(shape) !== null ? null : shape.standard,
        arms,
        caveats: caveatsOf(arms, shape),
        comparability: [],
        table: frameOf(asking, found),
      };
    },
  };
}

/** Which rows of the tables asked along are unlike, and which of these tables are too large. */
function rulesOf(
  parts: readonly ComparisonPart[],
  { shape, question }: { shape: ComparisonShape; question: OutcomesQuestion },
): Pick<NonNullable<Asking['along']>, 'axes' | 'refusalOf'> {
  const strata = new Set(parts.map((part) => part.strata));
  const exposures = new Set(parts.map(({ fitted }) => fitted?.exposure));
  const fittedGroups = confoundersOf(shape) === null ? [] : question.by;
  const size = { confounders: shape.adjustFor, measures: question.measures.length };
  return {
    axes: [...new Set([...parts.map(({ axis }) => axis), ...shape.adjustFor, ...fittedGroups])],
    refusalOf: (one, found) => {
      if (strata.has(one)) return tooManyStrata(found, shape.adjustFor);
      return exposures.has(one) ? tooManyCombinations(found, size) : null;
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
    const [strata, standard, fitted] = [planOf(part.strata), planOf(part.standard), fittedPlans(part, planOf)];
    return { part, crude, strata, standard, fitted, adjustFor, table };
  });
}

function fittedPlans(
  { axis, baseline, fitted }: ComparisonPart,
  planOf: (question: OutcomesQuestion) => OutcomesPlan | null,
): FittedPlans | null {
  if (fitted === null) return null;
  const [exposure, ...outcomes] = [fitted.exposure, ...fitted.outcomes].map(planOf);
  if (!exposure) throw new Error('A table of a fitted comparison was not planned.');
  return {
    ...{ axis, baseline, exposure, confounders: fitted.confounders },
    outcomes: outcomes.filter((plan) => plan !== null),
  };
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
