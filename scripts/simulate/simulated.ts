import { durations } from './durations.js';
import type { Simulated } from './method.js';
import { rates } from './rates.js';
import { several } from './several.js';
import { stratified } from './stratified.js';
import { studies } from './studies.js';

/** Every method under test, in every world it is tested in. */
export const simulated: readonly Simulated[] = [...rates, ...stratified, ...durations, ...studies, ...several];
