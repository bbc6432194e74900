export { answerImpact } from './answer-impact.js';
export { answerPeers } from './answer-peers.js';
export { answerTrend } from './answer-trend.js';
export type * from './study-answers.js';
