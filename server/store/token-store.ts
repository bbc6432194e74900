import type { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';

import { AccessTokenEntity } from '../../schema/database/index.js';
import type { TokenHolder } from '../../schema/records/index.js';

import type { TokenStore } from './store.js';

export function tokenStore(orm: MikroORM, pool: Pool): TokenStore {
  return {
    bySha256: async (sha256) => {
      const { rows } = await pool.query<TokenHolder>({
        name: 'token-by-sha256',
        text: 'select id, name, audience, agency_id as "agencyId", state from access_token where sha256 = $1',
        values: [sha256],
      });
      return rows[0] ?? null;
    },
    add: async (token) => {
      await orm.em.fork().insert(AccessTokenEntity, token);
    },
    isEmpty: async () => (await orm.em.fork().count(AccessTokenEntity)) === 0,
  };
}
