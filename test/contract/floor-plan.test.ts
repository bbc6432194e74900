import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

import { afterAll, describe, expect, it } from '@jest/globals';
import { cruise } from 'dependency-cruiser';
import type { ICruiseResult, IFlattenedRuleSet } from 'dependency-cruiser';

const plan = createRequire(import.meta.url)(resolve('.dependency-cruiser.cjs')) as {
  forbidden: IFlattenedRuleSet['forbidden'];
};
const site = mkdtempSync(join(tmpdir(), 'headwaters-plan-'));
symlinkSync(resolve('node_modules'), join(site, 'node_modules'));

afterAll(() => {
  rmSync(site, { recursive: true, force: true });
});

/** Rules broken by a house of these files. */
async function broken(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const house = mkdtempSync(join(site, 'house-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), text);
  }
  const { output } = await cruise(['.'], {
    baseDir: house,
    validate: true,
    ruleSet: { forbidden: plan.forbidden ?? [] },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
  });
  return [...new Set((output as ICruiseResult).summary.violations.map(({ rule }) => rule.name))];
}

const door = 'export const open = 1;\n';

describe('the floor plan', () => {
  it('lets rooms in by their doors', async () => {
    const files = { 'server/lib/index.ts': door, 'server/flow/answer.ts': "import '../lib/index.js';\n" };
    expect(await broken({ ...files, 'server/lib/index.js': door })).toEqual([]);
  });

  const breaches = [
    {
      breach: 'a stage imports a stage',
      from: 'server/protect/a.ts',
      to: 'server/tabulate/index.js',
      rule: 'walls-of-server-protect',
    },
    {
      breach: 'a window is climbed',
      from: 'server/flow/a.ts',
      to: 'server/protect/draw.js',
      rule: 'door-of-server-protect',
    },
    {
      breach: 'estimates reach for the store',
      from: 'server/estimate/a.ts',
      to: 'server/store/index.js',
      rule: 'walls-of-server-estimate',
    },
    {
      breach: 'the wire looks into tables',
      from: 'server/graphql/a.ts',
      to: 'server/table/index.js',
      rule: 'walls-of-server-graphql',
    },
    {
      breach: 'the mapper leaves the store',
      from: 'server/flow/a.ts',
      to: '@mikro-orm/core',
      rule: 'orm-only-in-store',
    },
    { breach: 'a stage asks PostgreSQL', from: 'server/flow/a.ts', to: 'pg', rule: 'postgres-only-in-store' },
    { breach: 'a script copies rows', from: 'scripts/a.ts', to: 'pg-copy-streams', rule: 'postgres-only-in-store' },
    { breach: 'GraphQL leaks into a stage', from: 'server/plan/a.ts', to: 'graphql', rule: 'graphql-only-in-graphql' },
    {
      breach: 'the product imports a test',
      from: 'server/plan/a.ts',
      to: 'test/support/x.js',
      rule: 'nothing-imports-tests',
    },
    {
      breach: 'the product imports seeds',
      from: 'server/flow/a.ts',
      to: 'seeds/index.js',
      rule: 'seeds-are-for-scripts-and-tests',
    },
    {
      breach: 'a room is built that the plan does not name',
      from: 'server/attic/a.ts',
      to: 'server/protect/index.js',
      rule: 'every-room-is-on-the-plan',
    },
  ];

  it.each(breaches)('catches it when $breach', async ({ from, to, rule }) => {
    const isPackage = !to.includes('.js');
    const target = isPackage ? to : `${'../'.repeat(from.split('/').length - 1)}${to}`;
    const files = { [from]: `import '${target}';\n`, ...(isPackage ? {} : { [to]: door }) };
    expect(await broken(files)).toContain(rule);
  });

  it('lets the store and whoever starts a PostgreSQL speak to it', async () => {
    const asks = "import 'pg';\n";
    expect(await broken({ 'server/store/a.ts': asks, 'server/postgres/a.ts': asks })).toEqual([]);
  });

  it('catches a cycle', async () => {
    const files = { 'server/plan/a.js': "import './b.js';\n", 'server/plan/b.js': "import './a.js';\n" };
    expect(await broken(files)).toContain('no-cycles');
  });
});
