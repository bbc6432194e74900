import { OPEN_THE_HOUSE } from './migrations/migration-20261123-open-the-house.js';
import { KEEP_RELEASES } from './migrations/migration-20261124-keep-releases.js';
import { KEEP_LEDGER } from './migrations/migration-20261124-keep-ledger.js';
import { KEEP_PEER_GROUPS } from './migrations/migration-20261125-keep-peer-groups.js';
import { WEIGH_ONCE } from './migrations/migration-20261124-weigh-once.js';
import { DECLARE_MEASURES } from './migrations/migration-20261125-declare-measures.js';
import { KEEP_SHARED_TABLES } from './migrations/migration-20261125-keep-shared-tables.js';
import { TIME_PROGRAMS } from './migrations/migration-20261125-time-programs.js';
import { READ_RELEASE_OF_LEDGER } from './migrations/migration-20261125-read-release-of-ledger.js';
import { ASK_MORE_FIELDS } from './migrations/migration-20261125-ask-more-fields.js';

/** The database as all migrations leave it: their statements in order, as one script. */
export function schemaDump(): string {
  return [
    ...OPEN_THE_HOUSE,
    ...KEEP_RELEASES,
    ...WEIGH_ONCE,
    ...KEEP_LEDGER,
    ...ASK_MORE_FIELDS,
    ...DECLARE_MEASURES,
    ...TIME_PROGRAMS,
    ...KEEP_SHARED_TABLES,
    ...KEEP_PEER_GROUPS,
    ...READ_RELEASE_OF_LEDGER,
  ]
    .map((statement) => `${statement.trim()};\n`)
    .join('\n');
}
