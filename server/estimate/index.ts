export { compareRates } from './comparison.js';
export type { RateSums } from './rate.js';
export { estimateCount } from './count.js';
export { estimateDistribution } from './distribution.js';
export { estimateQuantiles } from './quantiles.js';
export { estimateRate } from './rate.js';
export { sumShown } from './sum-shown.js';
export { withoutValue } from './without-value.js';
