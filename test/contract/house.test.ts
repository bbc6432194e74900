import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n').filter(existsSync);
const rooms = ['schema', 'server'].flatMap((floor) =>
  readdirSync(floor, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(join(floor, entry.name)).length > 0)
    .map((entry) => `${floor}/${entry.name}`),
);
const readme = readFileSync('README.md', 'utf8');
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
};

describe('rooms', () => {
  it.each(rooms)('%s has a door of at most 15 lines and a page of at most 40', (room) => {
    const lines = (file: string): number => readFileSync(join(room, file), 'utf8').trimEnd().split('\n').length;
    expect(lines('README.md')).toBeLessThanOrEqual(40);
    expect(lines('index.ts')).toBeLessThanOrEqual(15);
  });

  it.each(rooms)('%s is on the code map of the README', (room) => {
    expect(readme).toContain(`\`${room}/\``);
  });
});

describe('the README', () => {
  it('is at most 200 lines', () => {
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(200);
  });

  it('names commands and files that exist', () => {
    const commands = [...readme.matchAll(/npm run ([\w-]+)/g)].map(([, name]) => name ?? '');
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(commands));

    const files = [...readme.matchAll(/\]\((\w[\w/.-]+)\)|`((?:test|schema|server|seeds)\/[\w/.-]+)`/g)];
    const missing = files.map(([, link, code]) => link ?? code ?? '').filter((file) => !existsSync(file));
    expect(missing).toEqual([]);
    expect(files.length).toBeGreaterThan(20);
  });

  it('says the two commands that set everything up', () => {
    expect(readme).toContain('npm install && npm start\nnpm install && npm test');
    expect(readFileSync('.ci/run', 'utf8')).toContain('npm test');
  });
});

describe('package.json', () => {
  it('pins every package exactly', () => {
    const versions = Object.values({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('has a lock that knows the packages of every platform', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
    };
    const known = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
    const wanted = Object.values(packages).flatMap(({ optionalDependencies }) =>
      Object.keys(optionalDependencies ?? {}),
    );
    expect(wanted.filter((name) => !known.has(name))).toEqual([]);
    expect(wanted.length).toBeGreaterThan(50);
  });

  it('has scripts whose files exist', () => {
    const files = Object.values(manifest.scripts).flatMap((script) =>
      [...script.matchAll(/\b(?:scripts|server)\/[\w/-]+\.ts/g)].map(String),
    );
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });
});

describe('the repository', () => {
  it('names no registry host, and no place of one machine', () => {
    const lock = readFileSync('package-lock.json', 'utf8');
    expect(lock).not.toContain('"resolved"');

    const texts = tracked.filter(
      (file) => !/\.(ico|png|ttf|gz|xlsx)$|package-lock|samples\//.test(file) && file !== 'test/contract/house.test.ts',
    );
    const offenders = texts.filter((file) => /registry\.npmjs|\/work\/|\/root\//.test(readFileSync(file, 'utf8')));
    expect(offenders).toEqual([]);
  });

  it('spells as the British do', () => {
    // cspell:disable-next-line
    const American = /\b(anonymiz|generaliz|standardiz|summariz|recogniz|initializ|neighbor|catalog\b|canceled)/i;
    const ours = tracked.filter((file) => /^(schema|server|seeds|docs|README)/.test(file) && /\.(ts|md)$/.test(file));
    const ourWords = (file: string): string => readFileSync(file, 'utf8').replace(/`[^`]*`/g, '');
    const offenders = ours.filter((file) => American.test(ourWords(file)));
    expect(offenders).toEqual([]);
  });
});
