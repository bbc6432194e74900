import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { AnonymisedEncounter, TokenHolder } from '../../schema/records/index.js';
import { encountersOf, fileOf, region } from '../../seeds/index.js';
import { acceptSubmission, draftRelease, houseOf, publishRelease, receiveSubmission } from '../../server/flow/index.js';
import type { House, OutcomesQuestion } from '../../server/flow/index.js';
import { systemClock } from '../../server/lib/index.js';
import { startPostgres } from '../../server/postgres/index.js';
import { migrate, openStore } from '../../server/store/index.js';

/** How much to measure, and how often. */
export interface BenchSize {
  readonly rows: number;
  readonly rounds: number;
}

/** A house on a PostgreSQL of its own in a folder of its own, gone afterwards. */
export interface Workbench {
  readonly house: House;
  readonly url: string;
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/** Who does the work of a bench. */
export const operator: TokenHolder = { id: 'bench', name: 'Bench', audience: 'OPERATOR', agencyId: null, state: null };
/** Who asks. */
export const analyst: TokenHolder = {
  id: 'bench',
  name: 'Bench',
  audience: 'ANALYST',
  agencyId: 'bench-pd',
  state: null,
};

/** A table of three dimensions, the outcome's included, by year. */
export const COLD_QUESTION: OutcomesQuestion = {
  releaseId: null,
  where: { nodes: {} },
  except: { nodes: {} },
  period: { from: '2024', to: '2025' },
  by: ['RESPONSE_MODEL', 'CALL_TYPE', 'YEAR'],
  measures: ['arrestRate'],
};

const SECRETS = { record: Buffer.alloc(32, 1), perturbation: Buffer.alloc(32, 2), signing: Buffer.alloc(32, 3) };

export async function workbench(): Promise<Workbench> {
  const folder = await mkdtemp(join(tmpdir(), 'headwaters-bench-'));
  const postgres = await startPostgres({ folder, isDurable: true });
  await migrate(postgres.url);
  const store = await openStore({ url: postgres.url });
  return {
    house: houseOf({ store, secrets: SECRETS, clock: systemClock }),
    url: postgres.url,
    folder,
    close: async () => {
      await store.close();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** So many invented encounters of the demo's largest agency. */
export function manyEncounters(rows: number): readonly AnonymisedEncounter[] {
  const [largest] = region.toSorted((one, other) => other.encountersPerYear - one.encountersPerYear);
  if (largest === undefined) throw new Error('The demo region has no agency.');
  return encountersOf({ ...largest, encountersPerYear: Math.ceil(rows / 3) }).slice(0, rows);
}

export async function addBenchAgency({ store }: House, id: string): Promise<void> {
  await store.registry.addAgency({
    id,
    name: `${id} (synthetic)`,
    kind: 'MUNICIPAL_POLICE',
    state: 'CA',
    county: `CA/${id}`,
    mode: 'CONTRIBUTED',
    isSynthetic: true,
  });
}

/** Load, accept and release encounters for an agency. */
export async function releaseEncounters(
  house: House,
  agencyId: string,
  encounters: readonly AnonymisedEncounter[],
): Promise<void> {
  await addBenchAgency(house, agencyId);
  const { submission } = await receiveSubmission({ agencyId, content: fileOf(encounters) }, operator, house);
  await acceptSubmission({ submissionId: submission.id }, operator, house);
  const draft = await draftRelease({ throughMonth: '2025-12', kind: 'ORDINARY' }, operator, house);
  await publishRelease({ draftId: draft.id }, operator, house);
}

/** Seconds a piece of work takes. */
export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
