export * from './peer-group.type.js';
export * from './registry.input.js';
export * from './registry.type.js';
