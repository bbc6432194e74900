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
import { judgeQuestion } from '../comparability/judge-question.js';
import type { QuestionJudgement } from '../comparability/judge-question.js';
import { judgedPut } from '../comparability/judged-put.js';
import type { House } from '../house.js';
import type { ComparisonAnswer, ComparisonTable } from './outcomes-answer.js';
import { frameOf } from './outcomes-table.js';
import type { Asking } from './protected-plan.js';
import type { ReleaseScene } from './scene.js';
import { sightOf } from './sight.js';

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
  const { question, arms, baseline, armsBy = RESPONSE_MODEL, adjustFor = [], standard = 'BASELINE_ARM' } = asked;
  const shape: ComparisonShape = { armsBy, baseline, adjustFor: [...new Set(adjustFor)], standard, programs: [] };
  checkShape({ ...shape, question, arms });

  const scene = await sceneAsked(question, house);
  if (scene === null) return nothingReleased();

  const programs = armsBy === PROGRAM ? await programsAsked(asked, scene, house) : [];
  const byArm = mainQuestion({ ...shape, programs }, { question: onlyRates(question), arms });
  const sight = await sightOf({ asker, question: byArm, scene }, house);
  const asking = { question: byArm, scene, sight };
  const judged = await judgeQuestion({ asking, models: modelsIn(byArm) }, house);
  const answer = await answered(judgedPut(comparisonPut({ ...shape, programs }, asking), judged, asked), asker, house);
  return answer.kind === 'REFUSED' ? answer : withJudgement(answer, judged);
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
