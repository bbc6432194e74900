import { outlineOf, planOutcomes } from '../../plan/index.js';
import type { Outline, OutcomesPlan } from '../../plan/index.js';
import { protect } from '../../protect/index.js';
import { keySetsIn } from '../../release/index.js';
import { tabulate } from '../../tabulate/index.js';
import type { Axis, Family, OutcomesQuestion, ProtectedTable, Refused } from '../../table/index.js';

import type { House } from '../house.js';
import { cellsWithPersons } from './persons.js';
import type { ReleaseScene } from './scene.js';
import type { Sight } from './sight.js';

/** A question on its way to an answer: what it asks, who asks, and of which release. */
export interface Asking {
  readonly question: OutcomesQuestion;
  readonly scene: ReleaseScene;
  readonly sight: Sight;
  readonly along?: Along;
}

/** What is asked along with a question and counted in the same pass. */
interface Along {
  readonly questions: readonly OutcomesQuestion[];
  /** Axes that tell rows apart which are not alike: arms and strata. */
  readonly axes: readonly Axis[];
  /** What tells the answer from another of the same cells. */
  readonly words: Readonly<Record<string, string>>;
  /** Why one of the questions with these rows is not answered, from metadata alone. */
  readonly refusalOf: (question: OutcomesQuestion, found: Grouped) => Refused | null;
}

/** Rows, as far as their groups. */
export interface Grouped {
  readonly rows: readonly { readonly group: Readonly<Record<string, string>> }[];
}

/** The plan of a question: with the cells, and the plans, of everything asked along with it. */
export interface WholePlan extends OutcomesPlan {
  readonly also: readonly OutcomesPlan[];
}

/** A plan with the table it is printed from. */
export interface ProtectedPlan {
  readonly plan: WholePlan;
  readonly table: ProtectedTable;
}

/** The cells behind the answer, or why there is none: from metadata alone. */
export function planFor(asking: Asking): WholePlan | Refused {
  const context = contextOf(asking);
  const plans = inOrder(asking, (question) => planOutcomes(question, context));
  if ('kind' in plans) return plans;

  const { rows, months } = plans[0];
  return { ...together(plans), rows, months, also: plans.slice(1) };
}

/**
 * The rows of the question, and of everything asked along with it, without the cells behind them; or why there are none.
 *
 * In a sketch one row stands for all that differ in a group alone, which are refused or shown alike.
 */
export function outlinesFor(
  asking: Asking,
  { isSketch = false }: { isSketch?: boolean } = {},
): readonly [Outline, ...Outline[]] | Refused {
  const context = { ...contextOf(asking), ...(isSketch ? { wholeAxes: asking.along?.axes ?? [] } : {}) };
  return inOrder(asking, (question) => outlineOf(question, context));
}

/**
 * The cells of several questions as one plan, with the rows of all.
 *
 * Each is planned by the rules of any question, so nothing is seen here that could not be asked for. Refused when one is.
 */
export function planTogether(asking: Asking, questions: readonly OutcomesQuestion[]): WholePlan | Refused {
  const plans: WholePlan[] = [];
  for (const question of questions) {
    const plan = planFor({ ...asking, question });
    if ('kind' in plan) return plan;
    plans.push(plan);
  }
  const rows = plans.flatMap((plan) => plan.rows);
  return { ...together(plans), rows, months: [...new Set(plans.flatMap(({ months }) => months))].toSorted(), also: [] };
}

/** Something of the question and of everything asked along with it, in order, or the first refusal. */
function inOrder<Found extends Grouped>(
  { question, along }: Asking,
  find: (question: OutcomesQuestion) => Found | Refused,
): readonly [Found, ...Found[]] | Refused {
  const main = find(question);
  if ('reason' in main) return main;

  const also: Found[] = [];
  for (const other of along?.questions ?? []) {
    const found = find(other);
    if ('reason' in found) return found;
    const refusal = along?.refusalOf(other, found) ?? null;
    if (refusal !== null) return refusal;
    also.push(found);
  }
  return [main, ...also];
}

function contextOf({ scene: { lattice, verdictOn, persons }, sight }: Asking): Parameters<typeof planOutcomes>[1] {
  return { lattice, verdictOn, mayConcentrate: persons !== null, ...sight };
}

/** The cells and families of several plans, each once. */
function together(plans: readonly OutcomesPlan[]): Pick<OutcomesPlan, 'cells' | 'families'> {
  const cells = new Map(plans.flatMap((plan) => plan.cells.map((cell) => [cell.id, cell] as const)));
  const families = new Map(plans.flatMap((plan) => plan.families.map((family) => [nameOf(family), family] as const)));
  return { cells: [...cells.values()], families: [...families.values()] };
}

/** A cell is above as many families as it can be divided along; their first children tell them apart. */
function nameOf({ along, parent, children }: Family): string {
  return [along, parent.id, children[0]?.id].join(' ');
}

/** Tabulate, protect. The raw table lives and dies in here. */
export async function protectedPlan(
  asking: Asking,
  plan: WholePlan,
  { store, secrets }: House,
): Promise<ProtectedPlan> {
  const { release, places, persons } = asking.scene;
  const { lens } = asking.sight;
  const printingPersons = cellsWithPersons(plan.rows, asking);
  const counted = lens.name === 'OWN' && printingPersons.size === 0 ? null : persons;
  const tabulation = { cells: plan.cells, releaseId: release.id, places, persons: counted, printingPersons };
  const raw = await tabulate(tabulation, store);
  const protecting = { families: plan.families, lens, perturbationSecret: secrets.perturbation };
  const personAgencies = persons?.agencyIds ?? new Set<string>();
  return { plan, table: protect(raw, { ...protecting, personAgencies, keySetsIn: keySetsIn(release.manifest) }) };
}
