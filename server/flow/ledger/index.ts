export { checkLedger } from './check-ledger.js';
export { ledgerAlerts } from './ledger-alerts.js';
export type { LedgerAlert } from './ledger-alerts.js';
export { ledgerSeenBy } from './ledger-seen-by.js';
export { questionIn } from './note-question.js';
export { quotasOf } from './quotas.js';
export { replayQuestion } from './replay-question.js';
export type { ReplayVerdict } from './replay-question.js';
