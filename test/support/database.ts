import pg from 'pg';

import { randomHex } from '../../server/lib/index.js';

import { TEMPLATE, databaseUrl } from './template.js';

/** A migrated database of its own, on the one PostgreSQL of the run. */
export interface TestDatabase {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export async function freshDatabase(): Promise<TestDatabase> {
  const name = `test_${randomHex(6)}`;
  await onServer(`create database ${name} template ${TEMPLATE}`);
  return { url: databaseUrl(serverUrl(), name), close: () => onServer(`drop database ${name} with (force)`) };
}

function serverUrl(): string {
  const url = process.env['HEADWATERS_TEST_SERVER'];
  if (url === undefined) throw new Error('The test server is not running: start the tests with npm test.');
  return url;
}

/** Copying a template takes turns: two copies at once refuse each other. */
async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(1)');
    await client.query(statement);
  } finally {
    await client.end();
  }
}
