export * from './codebook.type.js';
export * from './comparison.type.js';
export * from './connection.type.js';
export { Axis, DimensionCode, dimensionEnums } from './dimension-enums.js';
export * from './enums.js';
export * from './outcomes.input.js';
export * from './outcomes.type.js';
export * from './region.type.js';
export * from './registry.type.js';
