export type { AgencyFacts, MeasureFacts } from './facts.js';
export { worstOf } from './grade.js';
export type { Grade } from './grade.js';
export { judge, judgedTogether } from './judge.js';
export type { Judgement } from './judge.js';
export type { Reason, ReasonKind } from './reason.js';
export { warningsOf } from './warnings.js';
