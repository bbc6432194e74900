import { describe, expect, it } from '@jest/globals';

import { SettingsError, configFrom } from '../../../server/config/index.js';

const SECRET = 'ab'.repeat(32);
const OTHER_SECRET = 'cd'.repeat(32);
const secrets = { MASTER_REC: SECRET, MASTER_PERT: OTHER_SECRET, SIGNING_KEY: 'ef'.repeat(32) };
const DATABASE_URL = 'postgresql://somebody:hidden@host/name';

describe('settings', () => {
  it('need none: the embedded database, the demo, port 4000', () => {
    expect(configFrom({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      databaseUrl: null,
      dataFolder: '.headwaters',
      secrets: null,
      keyFile: null,
      withDemo: true,
      logLevel: 'warn',
    });
  });

  it('with a database of one’s own need every secret or a file of them, and load no demo unless asked', () => {
    expect(() => configFrom({ DATABASE_URL })).toThrow(SettingsError);
    expect(() => configFrom({ DATABASE_URL, ...secrets, SIGNING_KEY: '' })).toThrow('SIGNING_KEY is missing');
    expect(configFrom({ DATABASE_URL, ...secrets })).toMatchObject({ withDemo: false, keyFile: null });
    expect(configFrom({ DATABASE_URL, KEY_FILE: 'keys.json' })).toMatchObject({ secrets: null, keyFile: 'keys.json' });
    expect(() => configFrom({ KEY_FILE: 'keys.json', ...secrets })).toThrow('MASTER_REC is given beside KEY_FILE');
  });

  const wrong = [
    { name: 'PORT', environment: { PORT: 'web' }, says: 'PORT is not a port' },
    { name: 'PORT too high', environment: { PORT: '70000' }, says: 'PORT is not a port' },
    { name: 'PORT zero', environment: { PORT: '0' }, says: 'PORT is not a port' },
    {
      name: 'DATABASE_URL',
      environment: { DATABASE_URL: 'mysql://x' },
      says: 'DATABASE_URL is not a PostgreSQL address',
    },
    {
      name: 'MASTER_REC',
      environment: { ...secrets, MASTER_REC: 'short' },
      says: 'MASTER_REC is not 64 hexadecimal digits',
    },
    { name: 'equal secrets', environment: { ...secrets, MASTER_PERT: SECRET }, says: 'all must differ' },
    { name: 'DEMO', environment: { DEMO: 'yes' }, says: 'DEMO is neither true nor false' },
    { name: 'LOG_LEVEL', environment: { LOG_LEVEL: 'loud' }, says: 'LOG_LEVEL is not a level' },
  ];
  it.each(wrong)('that are wrong are refused with the limit and the remedy: $name', ({ environment, says }) => {
    expect(() => configFrom(environment)).toThrow(says);
  });

  it('are all refused at once, and no value is repeated', () => {
    const secretish = 'hunter2hunter2';
    const attempt = (): unknown =>
      configFrom({ PORT: 'web', LOG_LEVEL: 'loud', MASTER_REC: secretish, MASTER_PERT: secretish });
    expect(attempt).toThrow(/4 settings are wrong[\s\S]*PORT[\s\S]*MASTER_REC[\s\S]*MASTER_PERT[\s\S]*LOG_LEVEL/);
    expect(attempt).not.toThrow(secretish);
  });
});
