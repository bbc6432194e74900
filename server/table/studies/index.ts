export * from './displayed-rate.js';
export * from './funnel-estimate.js';
export * from './impact-estimate.js';
export * from './series-estimate.js';
