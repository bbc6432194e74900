export { contradictionsIn } from './equation.js';
export type { PublishedTable } from './equation.js';
export type { ExactTable } from './exact-table.js';
export { hiddenCellsOf } from './hidden-cells.js';
export { auditPublished } from './published-audit.js';
export type { Finding, Verdict } from './published-audit.js';
export { layoutOf } from './relation.js';
export type { Relation, TableAxis } from './relation.js';
