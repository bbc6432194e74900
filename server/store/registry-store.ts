import type { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';

import { AgencyEntity, ProgramEntity } from '../../schema/database/index.js';
import type { Agency, AgreementChange, Program } from '../../schema/records/index.js';

import { peerGroupStore } from './peer-group-store.js';
import type { RegistryStore } from './store.js';

const AGENCY = 'select id, name, kind, state, county, mode, is_synthetic as "isSynthetic" from agency';
const PROGRAM = `
select id, agency_id as "agencyId", name, response_model as "responseModel",
       started_on as "startedOn", ended_on as "endedOn", hours, area, openings, serves
from program`;

const AGREEMENT_CHANGE = `
seq::text as id, changed_at as "changedAt", changed_by as "changedBy", granting_agency_id as "grantingAgencyId",
asking_agency_id as "askingAgencyId", is_granted as "isGranted"`;

const IS_PART = '($1::text is null or $1 in (granting_agency_id, asking_agency_id))';

const GRANTORS = `
select id from (
  select distinct on (granting_agency_id) granting_agency_id as id, is_granted
  from agreement_change where asking_agency_id = $1
  order by granting_agency_id, seq desc
) latest
where is_granted order by id`;

export function registryStore(orm: MikroORM, pool: Pool): RegistryStore {
  const rows = async <Row extends object>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
    (await pool.query<Row>(text, [...values])).rows;

  return {
    ...peerGroupStore(rows),
    agencies: () => rows<Agency>(`${AGENCY} order by id`),
    programs: () => rows<Program>(`${PROGRAM} order by id`),
    agenciesByIds: (ids) => rows<Agency>(`${AGENCY} where id = any($1)`, [ids]),
    programsOfAgencies: (ids) => rows<Program>(`${PROGRAM} where agency_id = any($1) order by id`, [ids]),
    addAgency: async (agency) => {
      await orm.em.fork().insert(AgencyEntity, agency);
    },
    addProgram: async (program) => {
      await orm.em.fork().insert(ProgramEntity, { openings: null, serves: null, ...program });
    },
    changeAgreement: async ({ changedAt, changedBy, grantingAgencyId, askingAgencyId, isGranted }) => {
      const [change] = await rows<AgreementChange>(
        `insert into agreement_change (changed_at, changed_by, granting_agency_id, asking_agency_id, is_granted)
        values ($1, $2, $3, $4, $5) returning ${AGREEMENT_CHANGE}`,
        [changedAt, changedBy, grantingAgencyId, askingAgencyId, isGranted],
      );
      if (change === undefined) throw new Error('An agreement that was written is not there.');
      return change;
    },
    agreementChanges: (agencyId, { first, after }) =>
      rows<AgreementChange>(
        `select ${AGREEMENT_CHANGE} from agreement_change
        where ${IS_PART} and ($2::bigint is null or seq < $2) order by seq desc limit $3`,
        [agencyId, after, first],
      ),
    agreementChangeCount: async (agencyId) =>
      (await rows<{ n: number }>(`select count(*)::int as n from agreement_change where ${IS_PART}`, [agencyId]))[0]
        ?.n ?? 0,
    grantorsTo: async (askingAgencyId) => {
      const asked = { name: 'grantors-to', text: GRANTORS, values: [askingAgencyId] };
      return (await pool.query<{ id: string }>(asked)).rows.map(({ id }) => id);
    },
  };
}
