import { describe, expect, it } from '@jest/globals';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';

// @ts-expect-error -- plain JavaScript, because ESLint loads it as it is
import { houseRules } from '../../../scripts/lint-rules/house-rules.mjs';

/** Rules a text breaks when it stands in a file. */
function broken(file: string, text: string): readonly string[] {
  const linter = new Linter();
  const plugin = houseRules as { rules: Record<string, never> };
  const rules = Object.fromEntries(Object.keys(plugin.rules).map((name) => [`house/${name}`, 'error' as const]));
  const messages = linter.verify(
    text,
    [{ files: ['**/*.ts'], plugins: { house: plugin }, languageOptions: { parser: tseslint.parser }, rules }],
    { filename: file },
  );
  return messages.map(({ ruleId, message }) => ruleId ?? message);
}

const examples = [
  { rule: 'no-clock', file: 'server/flow/a.ts', bad: 'new Date()', good: 'new Date(0)' },
  { rule: 'no-clock', file: 'server/flow/a.ts', bad: 'Date.now()', good: 'clock.now()' },
  { rule: 'no-random', file: 'server/protect/a.ts', bad: 'Math.random()', good: 'draw(count, scope)' },
  { rule: 'no-random', file: 'server/protect/a.ts', bad: 'randomBytes(4)', good: 'randomHex(4)' },
  { rule: 'no-process-env', file: 'server/http/a.ts', bad: 'process.env.PORT', good: 'config.port' },
  { rule: 'raw-stays-shut', file: 'server/estimate/a.ts', bad: 'raw.open(cell)', good: 'table.cellOf(cell)' },
  { rule: 'raw-stays-shut', file: 'server/flow/a.ts', bad: 'counts.open(cell)', good: 'protect(counts)' },
  { rule: 'mint-protected', file: 'server/flow/a.ts', bad: 'x as ProtectedTable', good: 'protect(x)' },
  {
    rule: 'described-fields',
    file: 'schema/graphql/a.ts',
    bad: 'class A { @Field(() => String) b; }',
    good: "class A { @Field(() => String, { description: 'B.' }) b; }",
  },
];

describe('lint rules of the house', () => {
  it.each(examples)('$rule catches $bad and lets $good pass', ({ rule, file, bad, good }) => {
    expect(broken(file, bad)).toEqual([`house/${rule}`]);
    expect(broken(file, good)).toEqual([]);
  });

  it('let the one place be that may', () => {
    expect(broken('server/lib/clock.ts', 'new Date()')).toEqual([]);
    expect(broken('server/lib/random.ts', 'randomBytes(4)')).toEqual([]);
    expect(broken('server/config/a.ts', 'process.env.PORT')).toEqual([]);
    expect(broken('server/protect/a.ts', 'raw.open(cell) as ProtectedTable')).toEqual([]);
  });
});
