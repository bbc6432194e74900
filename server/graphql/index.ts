export { apolloServer } from './apollo-server.js';
export { buildHouseSchema, schemaText } from './build-schema.js';
export { contextOf } from './context.js';
export type { Context } from './context.js';
export { placeOf } from './plugins/log-failures.js';
