import type { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';

import { AgencyEntity, AgreementEntity, ProgramEntity } from '../../schema/database/index.js';
import type { Agency, Program } from '../../schema/records/index.js';

import type { RegistryStore } from './store.js';

const AGENCY = 'select id, name, kind, state, county, mode, is_synthetic as "isSynthetic" from agency';
const PROGRAM = `
select id, agency_id as "agencyId", name, response_model as "responseModel",
       started_on as "startedOn", ended_on as "endedOn", hours, area
from program`;

export function registryStore(orm: MikroORM, pool: Pool): RegistryStore {
  const rows = async <Row extends object>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
    (await pool.query<Row>(text, [...values])).rows;

  return {
    agencies: () => rows<Agency>(`${AGENCY} order by id`),
    programs: () => rows<Program>(`${PROGRAM} order by id`),
    agenciesByIds: (ids) => rows<Agency>(`${AGENCY} where id = any($1)`, [ids]),
    programsOfAgencies: (ids) => rows<Program>(`${PROGRAM} where agency_id = any($1) order by id`, [ids]),
    addAgency: async (agency) => {
      await orm.em.fork().insert(AgencyEntity, agency);
    },
    addProgram: async (program) => {
      await orm.em.fork().insert(ProgramEntity, program);
    },
    addAgreement: async (agreement) => {
      await orm.em.fork().insert(AgreementEntity, agreement);
    },
    grantorsTo: async (askingAgencyId) => {
      const agreements = await rows<{ id: string }>(
        'select granting_agency_id as id from agreement where asking_agency_id = $1 order by id',
        [askingAgencyId],
      );
      return agreements.map(({ id }) => id);
    },
  };
}
