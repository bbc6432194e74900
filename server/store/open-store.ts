import pg from 'pg';

import { declarationStore } from './declaration-store.js';
import { ledgerStore } from './ledger-store.js';
import { openOrm } from './orm.js';
import { registryStore } from './registry-store.js';
import { releaseStore } from './release-store.js';
import { sharedTableStore } from './shared-table-store.js';
import type { Store } from './store.js';
import { submissionStore } from './submission-store.js';
import { tokenStore } from './token-store.js';

const CONNECTIONS_MAX = 10;

/** Open everything the house keeps in a migrated database. */
export async function openStore({ url }: { url: string }): Promise<Store> {
  const orm = await openOrm(url);
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS_MAX });
  // An idle connection the server closes is replaced when next needed; unheard, the event would end the process.
  pool.on('error', () => undefined);

  return {
    registry: registryStore(orm, pool),
    submissions: submissionStore(orm, pool),
    releases: releaseStore(pool),
    tokens: tokenStore(orm, pool),
    ledger: ledgerStore(pool),
    declarations: declarationStore(pool),
    sharedTables: sharedTableStore(pool),
    query: async <Row extends object>({ text, values }: { text: string; values: readonly unknown[] }) =>
      (await pool.query<Row>(text, [...values])).rows,
    close: async () => {
      await pool.end();
      await orm.close();
    },
  };
}
