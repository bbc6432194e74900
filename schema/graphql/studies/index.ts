export * from './impact.type.js';
export * from './peers.type.js';
export { RateMeasure, rateMeasureName } from './rate-measure.js';
export * from './study-enums.js';
export * from './trend.type.js';
export * from './reach.type.js';
