import { planOutcomes } from '../../plan/index.js';
import type { OutcomesPlan } from '../../plan/index.js';
import { protect } from '../../protect/index.js';
import { keySetsIn } from '../../release/index.js';
import { tabulate } from '../../tabulate/index.js';
import type { Family, OutcomesQuestion, ProtectedTable, Refused } from '../../table/index.js';

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
  /** What tells the answer from another of the same cells. */
  readonly words: Readonly<Record<string, string>>;
  /** Why a plan of one of the questions is not answered, from metadata alone. */
  readonly refusalOf: (question: OutcomesQuestion, plan: OutcomesPlan) => Refused | null;
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
export function planFor({ question, scene, sight, along }: Asking): WholePlan | Refused {
  const { lattice, verdictOn, persons } = scene;
  const context = { lattice, verdictOn, mayConcentrate: persons !== null, ...sight };
  const plan = planOutcomes(question, context);
  if ('kind' in plan) return plan;

  const also: OutcomesPlan[] = [];
  for (const other of along?.questions ?? []) {
    const found = planOutcomes(other, context);
    if ('kind' in found) return found;
    const refusal = along?.refusalOf(other, found) ?? null;
    if (refusal !== null) return refusal;
    also.push(found);
  }
  return { ...together([plan, ...also]), rows: plan.rows, months: plan.months, also };
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
