import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

import { configFrom, settings } from '../../server/config/index.js';

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly profiles?: readonly string[];
  readonly ports?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, unknown>>;
}

const { services } = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
};
const ours = Object.entries(services).filter(([, { build }]) => build !== undefined);
const SECRET = 'ab'.repeat(32);
const OTHER_SECRET = 'cd'.repeat(32);

describe('docker-compose.yml', () => {
  it('runs PostgreSQL 16, a hub, one node, and Citus in a profile', () => {
    expect(services['hub-database']?.image).toBe('postgres:16');
    expect(ours.map(([name]) => name)).toEqual(['hub', 'node', 'hub-on-citus']);
    expect(services['citus']?.image).toMatch(/^citusdata\/citus:.*pg16$/);
    expect(services['citus']?.profiles).toEqual(['citus']);
    expect(services['hub']?.profiles).toBeUndefined();
  });

  it.each(ours)('gives %s settings the house reads, and reads them', (_name, { environment = {}, ports = [] }) => {
    expect(settings.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(environment)));

    const config = configFrom({
      ...environment,
      MASTER_REC: SECRET,
      MASTER_PERT: OTHER_SECRET,
      SIGNING_KEY: 'ef'.repeat(32),
    });
    expect(ports[0]?.split(':')[1]).toBe(String(config.port));
    expect(config.withDemo).toBe(false);
  });

  it.each(ours)(
    'gives %s a database that is a service, with its user and name',
    (_name, { environment = {}, depends_on = {} }) => {
      const url = new URL(environment['DATABASE_URL'] ?? '');
      const database = services[url.hostname];
      expect(Object.keys(depends_on)).toContain(url.hostname);
      expect(database?.environment).toMatchObject({ POSTGRES_USER: url.username, POSTGRES_DB: url.pathname.slice(1) });
    },
  );
});

describe('.env.example', () => {
  it('names every setting with its description and its default, in order', () => {
    const text = readFileSync('.env.example', 'utf8');
    const named = [...text.matchAll(/^# (.+)\n#(\w+)=(.*)$/gm)].map(([, description, name, fallback]) => ({
      name,
      fallback: fallback === '' ? null : fallback,
      description,
    }));
    expect(named).toEqual(settings);
  });
});
