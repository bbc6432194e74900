import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import { ENCOUNTER_COLUMNS, schemaDump } from '../../schema/database/index.js';
import { freshDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';

const COLUMNS = `
select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable as line
from information_schema.columns where table_schema = 'public' and table_name <> 'migration'
order by table_name, ordinal_position`;

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.close();
});

async function columns(): Promise<readonly string[]> {
  return (await client.query<{ line: string }>(COLUMNS)).rows.map(({ line }) => line);
}

describe('the database', () => {
  it('is dumped as it is: schema.sql, run on an empty database, makes the same tables as the migrations', async () => {
    expect(readFileSync('schema/database/schema.sql', 'utf8')).toBe(schemaDump());

    const migrated = await columns();
    await client.query('drop schema public cascade; create schema public');
    await client.query(readFileSync('schema/database/schema.sql', 'utf8'));
    expect(await columns()).toEqual(migrated);
    expect(migrated.length).toBeGreaterThan(60);
  });

  it('has a column for every dimension of the catalogue', async () => {
    const names = (await columns())
      .filter((line) => line.startsWith('encounter.'))
      .map((line) => line.split(/[. ]/)[1]);
    expect(names.toSorted()).toEqual([...ENCOUNTER_COLUMNS, 'epoch', 'is_erased'].toSorted());
  });
});
