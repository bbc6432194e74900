export { AccessTokenEntity } from './access-token.entity.js';
export { AgencyEntity } from './agency.entity.js';
export { ENCOUNTER_COLUMNS, FILE_COLUMNS } from './encounter-columns.js';
export { Migration20261123OpenTheHouse } from './migrations/migration-20261123-open-the-house.js';
export { Migration20261124KeepReleases } from './migrations/migration-20261124-keep-releases.js';
export { Migration20261124WeighOnce } from './migrations/migration-20261124-weigh-once.js';
export { ProgramEntity } from './program.entity.js';
export { schemaDump } from './schema-dump.js';
export { SubmissionEntity } from './submission.entity.js';
