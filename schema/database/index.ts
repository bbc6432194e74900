export { AccessTokenEntity } from './access-token.entity.js';
export { AgencyEntity, AgreementEntity } from './agency.entity.js';
export { ENCOUNTER_COLUMNS, FILE_COLUMNS } from './encounter-columns.js';
export { Migration20261123OpenTheHouse } from './migrations/migration-20261123-open-the-house.js';
export { ProgramEntity } from './program.entity.js';
export { ReleaseEntity, ReleaseMonthEntity } from './release.entity.js';
export { schemaDump } from './schema-dump.js';
export { SubmissionEntity } from './submission.entity.js';
