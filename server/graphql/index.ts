export { apolloServer } from './apollo-server.js';
export { buildHouseSchema } from './build-schema.js';
export { contextOf } from './context.js';
export type { Context } from './context.js';
