export { AccessTokenEntity } from './access-token.entity.js';
export { AgencyEntity } from './agency.entity.js';
export { ENCOUNTER_COLUMNS, FILE_COLUMNS } from './encounter-columns.js';
export { MIGRATIONS } from './migrations.js';
export { ProgramEntity } from './program.entity.js';
export { schemaDump } from './schema-dump.js';
export { SubmissionEntity } from './submission.entity.js';
