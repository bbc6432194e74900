export { configFrom } from './config.js';
export type { Config } from './config.js';
export { readEnvironment, tokenFromEnvironment } from './read-environment.js';
export { settings } from './settings.js';
export type { Setting } from './settings.js';
export { SECRET_NAMES, secretsFrom } from './secret-settings.js';
export type { SecretBytes } from './secret-settings.js';
export { SettingsError } from './settings-error.js';
