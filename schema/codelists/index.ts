export * from './call.js';
export * from './codelist.js';
export * from './contact.js';
export * from './minutes.js';
export * from './outcome.js';
export * from './person.js';
export * from './response-model.js';
export * from './safety.js';
