export { askHub } from './ask-hub.js';
export { writeProblems } from './problems-file.js';
export { sendFile } from './send-file.js';
export type { HubAccess, HubReceipt } from './send-file.js';
