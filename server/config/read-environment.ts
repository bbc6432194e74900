import { existsSync } from 'node:fs';

import { configFrom } from './config.js';
import type { Config } from './config.js';

/** The settings of this process, with those of a `.env` file beside it. The only reader of the environment. */
export function readEnvironment(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return configFrom(process.env);
}

/** The token a command sends when none is given as an option. */
export function tokenFromEnvironment(): string | undefined {
  return process.env['HEADWATERS_TOKEN'];
}
