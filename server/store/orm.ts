import pg from 'pg';
import { MikroORM, UnderscoreNamingStrategy } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';

import {
  AccessTokenEntity,
  AgencyEntity,
  MIGRATIONS,
  ProgramEntity,
  SubmissionEntity,
} from '../../schema/database/index.js';

const migrationsList = MIGRATIONS.map(({ name, class: migration }) => ({ name, class: migration }));

/** Connect the object-relational mapper. Entities are read by hand-written names: nothing is looked up on disk. */
export async function openOrm(url: string): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: url,
    entities: [AccessTokenEntity, AgencyEntity, ProgramEntity, SubmissionEntity],
    namingStrategy: UnderscoreNamingStrategy,
    discovery: { disableDynamicFileAccess: true },
    extensions: [Migrator],
    migrations: { migrationsList, snapshot: false, tableName: 'migration', transactional: true, silent: true },
    pool: { min: 0, max: 5 },
    forceUtcTimezone: true,
  });
}

/** Any number will do, as long as every process takes the same. */
const MIGRATION_LOCK = 20_261_123;

/** Bring a database up to date. Safe to run again, and by several processes at once: they take turns. */
export async function migrate(url: string): Promise<void> {
  const turn = new pg.Client({ connectionString: url });
  await turn.connect().catch((error: unknown) => {
    throw unreachable(url, error);
  });
  try {
    await turn.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const orm = await openOrm(url);
    await orm.migrator.up().finally(() => orm.close());
  } finally {
    await turn.end();
  }
}

/** Says where and why, and never the password. */
function unreachable(url: string, error: unknown): Error {
  const { hostname, port, pathname } = new URL(url);
  const why = error instanceof Error && error.message !== '' ? error.message : String(error);
  return new Error(
    `The database ${pathname.slice(1)} at ${hostname}:${port || '5432'} cannot be used: ${why}. The house needs a ` +
      'PostgreSQL 15 or newer that takes its user. Start it, or mend DATABASE_URL.',
    { cause: error },
  );
}
