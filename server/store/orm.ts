import pg from 'pg';
import { MikroORM, UnderscoreNamingStrategy } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';

import {
  AccessTokenEntity,
  AgencyEntity,
  AgreementEntity,
  Migration20261123OpenTheHouse,
  ProgramEntity,
  ReleaseEntity,
  ReleaseMonthEntity,
  SubmissionEntity,
} from '../../schema/database/index.js';

const migrationsList = [{ name: 'Migration20261123OpenTheHouse', class: Migration20261123OpenTheHouse }];

/** Connect the object-relational mapper. Entities are read by hand-written names: nothing is looked up on disk. */
export async function openOrm(url: string): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: url,
    entities: [
      AccessTokenEntity,
      AgencyEntity,
      AgreementEntity,
      ProgramEntity,
      ReleaseEntity,
      ReleaseMonthEntity,
      SubmissionEntity,
    ],
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
  const orm = await openOrm(url);
  const turn = new pg.Client({ connectionString: url });
  try {
    await turn.connect();
    await turn.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await orm.migrator.up();
  } finally {
    await turn.end();
    await orm.close();
  }
}
