export { seedDemoRegion } from './demo-seeder.js';
export type { DemoTokens } from './demo-seeder.js';
