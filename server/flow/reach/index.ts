export { answerReach } from './answer-reach.js';
export type { ReachQuestion } from './answer-reach.js';
export type { ReachAnswer } from './reach-table.js';
