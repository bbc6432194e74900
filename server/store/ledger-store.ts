import type { Pool } from 'pg';

import type { LedgerEntry, LedgerHead, LedgerNote } from '../../schema/records/index.js';

import type { LedgerStore } from './store.js';

const COLUMNS = {
  seq: 'bigint',
  asked_at: 'timestamptz',
  asker_id: 'text',
  audience: 'text',
  agency_id: 'text',
  purpose: 'text',
  field: 'text',
  release_id: 'text',
  area: 'text',
  question: 'text',
  plan_hash: 'text',
  cells: 'int',
  suppressed: 'int',
  refusal: 'text',
  response_sha256: 'text',
  previous_hash: 'text',
  hash: 'text',
};

const APPEND = `
insert into query_ledger (${Object.keys(COLUMNS).join(', ')})
select * from unnest(${Object.values(COLUMNS)
  .map((type, index) => `$${index + 1}::${type}[]`)
  .join(', ')})`;

const ENTRY = `
select seq::int, asked_at as "askedAt", asker_id as "askerId", audience, agency_id as "agencyId", purpose, field,
       release_id as "releaseId", area, question, plan_hash as "planHash", cells, suppressed, refusal,
       response_sha256 as "responseSha256", previous_hash as "previousHash", hash
from query_ledger`;

const IN_AREAS = '($1::text[] is null or area = any($1))';

export function ledgerStore(pool: Pool): LedgerStore {
  const rows = async <Row extends object>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
    (await pool.query<Row>(text, [...values])).rows;

  return {
    append: appenderTo(pool),
    head: () => headOf(pool),
    after: ({ seq, first }) => rows<LedgerEntry>(`${ENTRY} where seq > $1 order by seq limit $2`, [seq, first]),
    ofRelease: ({ releaseId, seq, first }) =>
      rows<LedgerEntry>(`${ENTRY} where release_id = $1 and seq > $2 order by seq limit $3`, [releaseId, seq, first]),
    bySeq: async (seq) => (await rows<LedgerEntry>(`${ENTRY} where seq = $1`, [seq]))[0] ?? null,
    list: (areas, { first, after }) =>
      rows<LedgerEntry>(`${ENTRY} where ${IN_AREAS} and ($2::bigint is null or seq < $2) order by seq desc limit $3`, [
        areas,
        after,
        first,
      ]),
    count: async (areas) =>
      (await rows<{ n: number }>(`select count(*)::int as n from query_ledger where ${IN_AREAS}`, [areas]))[0]?.n ?? 0,
    tablesAsked: ({ askerId, releaseId }) =>
      rows(
        `select distinct area, plan_hash as "planHash" from query_ledger
        where asker_id = $1 and release_id = $2 and refusal is null and field not in ('OWN_OUTCOMES', 'OWN_TABLE_TO_SHARE')`,
        [askerId, releaseId],
      ),
  };
}

const HEAD = 'select seq::int, hash from query_ledger order by seq desc limit 1';

/** Code of PostgreSQL for a key that is there already. */
const UNIQUE_VIOLATION = '23505';

/** More writers than ever write at once. */
const TRIES_MAX = 50;

/**
 * Entries follow exactly one other, whatever the number of processes: where another process wrote first, the number of
 * the first entry is taken, nothing is written, and the entries are chained to the new head.
 */
function appenderTo(pool: Pool): LedgerStore['append'] {
  let known: LedgerHead | null = null;

  return async (chain) => {
    for (let tries = 1; ; tries += 1) {
      const head: LedgerHead | null = known ?? (await headOf(pool));
      const entries = chain(head);
      known = null;
      try {
        await pool.query({ name: 'append-to-ledger', text: APPEND, values: columnsOf(entries) });
        known = entries.at(-1) ?? head;
        return;
      } catch (error) {
        if ((error as { code?: string }).code !== UNIQUE_VIOLATION || tries === TRIES_MAX) throw error;
      }
    }
  };
}

async function headOf(pool: Pool): Promise<LedgerHead | null> {
  return (await pool.query<LedgerHead>(HEAD)).rows[0] ?? null;
}

function columnsOf(entries: readonly LedgerEntry[]): unknown[][] {
  const values = entries.map(valuesOf);
  return Object.keys(COLUMNS).map((_, index) => values.map((row) => row[index]));
}

/** In the order of `COLUMNS`. */
function valuesOf(entry: LedgerEntry): readonly unknown[] {
  const { seq, previousHash, hash, ...note } = entry;
  return [seq, ...valuesOfNote(note), previousHash, hash];
}

function valuesOfNote(note: LedgerNote): readonly unknown[] {
  const { askedAt, askerId, audience, agencyId, purpose, field, releaseId, area } = note;
  const { question, planHash, cells, suppressed, refusal, responseSha256 } = note;
  const asked = [askedAt, askerId, audience, agencyId, purpose, field, releaseId, area];
  return [...asked, question, planHash, cells, suppressed, refusal, responseSha256];
}
