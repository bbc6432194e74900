import type { Simulated } from './method.js';
import { rates } from './rates.js';

/** Every method under test, in every world it is tested in. */
export const simulated: readonly Simulated[] = [...rates];
