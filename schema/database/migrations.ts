import { OPEN_THE_HOUSE, Migration20261123OpenTheHouse } from './migrations/migration-20261123-open-the-house.js';
import { KEEP_RELEASES, Migration20261124KeepReleases } from './migrations/migration-20261124-keep-releases.js';
import { WEIGH_ONCE, Migration20261124WeighOnce } from './migrations/migration-20261124-weigh-once.js';
import { KEEP_LEDGER, Migration20261124KeepLedger } from './migrations/migration-20261124-keep-ledger.js';
import { ASK_MORE_FIELDS, Migration20261125AskMoreFields } from './migrations/migration-20261125-ask-more-fields.js';
import {
  DECLARE_MEASURES,
  Migration20261125DeclareMeasures,
} from './migrations/migration-20261125-declare-measures.js';
import { TIME_PROGRAMS, Migration20261125TimePrograms } from './migrations/migration-20261125-time-programs.js';
import {
  KEEP_SHARED_TABLES,
  Migration20261125KeepSharedTables,
} from './migrations/migration-20261125-keep-shared-tables.js';
import { KEEP_PEER_GROUPS, Migration20261125KeepPeerGroups } from './migrations/migration-20261125-keep-peer-groups.js';
import {
  Migration20261125ReadReleaseOfLedger,
  READ_RELEASE_OF_LEDGER,
} from './migrations/migration-20261125-read-release-of-ledger.js';

/** Every migration in the order they run: its name in the database, its class, and its statements. */
export const MIGRATIONS = [
  { name: 'Migration20261123OpenTheHouse', class: Migration20261123OpenTheHouse, statements: OPEN_THE_HOUSE },
  { name: 'Migration20261124KeepReleases', class: Migration20261124KeepReleases, statements: KEEP_RELEASES },
  { name: 'Migration20261124WeighOnce', class: Migration20261124WeighOnce, statements: WEIGH_ONCE },
  { name: 'Migration20261124KeepLedger', class: Migration20261124KeepLedger, statements: KEEP_LEDGER },
  { name: 'Migration20261125AskMoreFields', class: Migration20261125AskMoreFields, statements: ASK_MORE_FIELDS },
  { name: 'Migration20261125DeclareMeasures', class: Migration20261125DeclareMeasures, statements: DECLARE_MEASURES },
  { name: 'Migration20261125TimePrograms', class: Migration20261125TimePrograms, statements: TIME_PROGRAMS },
  {
    name: 'Migration20261125KeepSharedTables',
    class: Migration20261125KeepSharedTables,
    statements: KEEP_SHARED_TABLES,
  },
  { name: 'Migration20261125KeepPeerGroups', class: Migration20261125KeepPeerGroups, statements: KEEP_PEER_GROUPS },
  {
    name: 'Migration20261125ReadReleaseOfLedger',
    class: Migration20261125ReadReleaseOfLedger,
    statements: READ_RELEASE_OF_LEDGER,
  },
];
