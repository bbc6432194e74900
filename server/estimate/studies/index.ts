export { addedUp } from './counted-rate.js';
export { estimateFunnel } from './funnel.js';
export { estimateImpact } from './impact.js';
export type { StudiedQuarter } from './impact.js';
export { estimateSeries } from './series.js';
