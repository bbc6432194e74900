export { manifestOf } from './manifest.js';
export type { ManifestMonth } from './manifest.js';
