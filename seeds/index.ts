export { demoPeople, seedDemoRegion } from './demo-seeder.js';
export type { DemoTokens } from './demo-seeder.js';
export { encountersOf } from './encounters.js';
export { fileOf } from './file.js';
export { region } from './region.js';
