import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import pg from 'pg';

import { startPostgres } from '../../server/postgres/index.js';

import { TEMPLATE, databaseUrl } from './template.js';

const run = promisify(execFile);

/** Enough for every region of the attack suite to be open at once, with its builds: five each. */
const CONNECTIONS_MAX = 400;

/**
 * One PostgreSQL for the whole run, with one migrated template that every test's database is a copy of.
 *
 * TEST_DATABASE_URL names a server to use instead. @returns how to stop it.
 */
export async function startTestServer(): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  const folder = await mkdtemp(join(tmpdir(), 'headwaters-test-'));
  const server =
    given === undefined ? await startPostgres({ folder, isDurable: false, connectionsMax: CONNECTIONS_MAX }) : null;
  const url = given ?? server?.url ?? '';
  process.env['HEADWATERS_TEST_SERVER'] = url;
  await makeTemplate(url);

  return async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function makeTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`drop database if exists ${TEMPLATE}`);
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  // In a process of its own: the mapper keeps its metadata on a global that the tests' realms would inherit.
  await run(process.execPath, ['--import', 'tsx', 'scripts/migrate.ts', databaseUrl(url, TEMPLATE)]);
}
