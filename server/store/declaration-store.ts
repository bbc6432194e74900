import type { Pool } from 'pg';

import type { Declaration } from '../../schema/records/index.js';

import type { DeclarationStore } from './store.js';

const DECLARATION = `
seq::text as id, agency_id as "agencyId", measure, valid_from as "validFrom", reason, points,
declared_at as "declaredAt", declared_by as "declaredBy"`;

export function declarationStore(pool: Pool): DeclarationStore {
  return {
    add: async ({ agencyId, measure, validFrom, reason, points, declaredAt, declaredBy }) => {
      const { rows } = await pool.query<Declaration>(
        `insert into declaration (agency_id, measure, valid_from, reason, points, declared_at, declared_by)
        values ($1, $2, $3, $4, $5, $6, $7) returning ${DECLARATION}`,
        [agencyId, measure, validFrom, reason, JSON.stringify(points), declaredAt, declaredBy],
      );
      const [declaration] = rows;
      if (declaration === undefined) throw new Error('A declaration that was written is not there.');
      return declaration;
    },
    ofAgencies: async (agencyIds) =>
      (
        await pool.query<Declaration>({
          name: 'declarations-of-agencies',
          text: `select ${DECLARATION} from declaration where agency_id = any($1) order by seq desc`,
          values: [agencyIds],
        })
      ).rows,
  };
}
