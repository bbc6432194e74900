export { migrate } from './orm.js';
export { openStore } from './open-store.js';
export type * from './store.js';
