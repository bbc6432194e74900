export { anonymiseFile } from './anonymise-file.js';
export { acceptSubmission, withdrawSubmission } from './decide-submission.js';
export { draftMapping } from './draft-mapping.js';
export { eraseEncounters } from './erase-encounters.js';
export { listSubmissions, submissionSeenBy } from './list-submissions.js';
export { receiveSubmission } from './receive-submission.js';
export type { Receipt } from './receive-submission.js';
