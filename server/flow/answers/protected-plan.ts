import { outlineOf, planOutcomes } from '../../plan/index.js';
import type { Outline, OutcomesPlan } from '../../plan/index.js';
import { protect } from '../../protect/index.js';
import { tabulate } from '../../tabulate/index.js';
import type { OutcomesQuestion, ProtectedTable, Refused } from '../../table/index.js';

import type { House } from '../house.js';
import type { ReleaseScene } from './scene.js';
import type { Sight } from './sight.js';

/** A question on its way to an answer: what it asks, who asks, and of which release. */
export interface Asking {
  readonly question: OutcomesQuestion;
  readonly scene: ReleaseScene;
  readonly sight: Sight;
}

/** A plan with the table it is printed from. */
export interface ProtectedPlan {
  readonly plan: OutcomesPlan;
  readonly table: ProtectedTable;
}

/** The cells behind the answer, or why there is none: from metadata alone. */
export function planFor(asking: Asking): OutcomesPlan | Refused {
  return planOutcomes(asking.question, contextOf(asking));
}

/** The rows of the answer without the cells behind them, or why there are none. */
export function outlineFor(asking: Asking): Outline | Refused {
  return outlineOf(asking.question, contextOf(asking));
}

function contextOf({ scene: { lattice, verdictOn, persons }, sight }: Asking): Parameters<typeof planOutcomes>[1] {
  return { lattice, verdictOn, mayConcentrate: persons !== null, ...sight };
}

/** Tabulate, protect. The raw table lives and dies in here. */
export async function protectedPlan(
  { scene: { release, places, persons }, sight: { lens } }: Asking,
  plan: OutcomesPlan,
  { store, secrets }: House,
): Promise<ProtectedPlan> {
  const counted = lens.name === 'OWN' ? null : persons;
  const raw = await tabulate({ cells: plan.cells, releaseId: release.id, places, persons: counted }, store);
  const protecting = { families: plan.families, lens, perturbationSecret: secrets.perturbation };
  const personAgencies = persons?.agencyIds ?? new Set<string>();
  return { plan, table: protect(raw, { ...protecting, personAgencies }) };
}
