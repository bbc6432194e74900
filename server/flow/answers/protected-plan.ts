import { planOutcomes } from '../../plan/index.js';
import type { OutcomesPlan } from '../../plan/index.js';
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

export interface ProtectedPlan {
  readonly kind: 'PROTECTED';
  readonly plan: OutcomesPlan;
  readonly table: ProtectedTable;
}

/** Plan, tabulate, protect. The raw table lives and dies in here. */
export async function protectedPlan(asking: Asking, { store, secrets }: House): Promise<ProtectedPlan | Refused> {
  const { question, scene, sight } = asking;
  const { release, lattice, verdictOn, places, persons } = scene;
  const plan = planOutcomes(question, { lattice, verdictOn, mayConcentrate: persons !== null, ...sight });
  if ('kind' in plan) return plan;

  const counted = sight.lens.name === 'OWN' ? null : persons;
  const raw = await tabulate({ cells: plan.cells, releaseId: release.id, places, persons: counted }, store);
  const protecting = { families: plan.families, lens: sight.lens, perturbationSecret: secrets.perturbation };
  const personAgencies = persons?.agencyIds ?? new Set<string>();
  return { kind: 'PROTECTED', plan, table: protect(raw, { ...protecting, personAgencies }) };
}
