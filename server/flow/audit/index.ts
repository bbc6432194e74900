export { auditTableFile, protectTableFile } from './audit-file.js';
export type { AuditedFile, FileAudit, UnreadTable } from './audit-file.js';
