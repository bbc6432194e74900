export * from './comparability.type.js';
export * from './comparison.input.js';
export * from './comparison.type.js';
