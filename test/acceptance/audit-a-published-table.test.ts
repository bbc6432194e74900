import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { command } from '../support/command.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'headwaters-audit-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function file(name: string, ...lines: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `${lines.join('\n')}\n`);
  return path;
}

const TRUE_COUNTS = [
  'model,outcome,count',
  'CIT,arrest,8',
  'CIT,referral,20',
  'CIT,other,31',
  'CIT,total,59',
  'patrol,arrest,17',
  'patrol,referral,35',
  'patrol,other,40',
  'patrol,total,92',
  ',arrest,25',
  ',referral,55',
  ',other,71',
  ',,151',
];

describe('npm run audit-table', () => {
  it('says exactly what a reader learns of a cell that was suppressed alone, and from which cells', async () => {
    const path = await file('alone.csv', ...TRUE_COUNTS.map((line) => line.replace('arrest,8', 'arrest,*')));
    const { words, exitCode } = await command('audit-table', [path]);
    expect(exitCode).toBe(1);
    expect(words).toMatch(/2 +│ CIT \/ arrest +│ 8 +│ KNOWN/);
    expect(words).toMatch(/CIT \/ total|total \/ arrest/);
    expect(words).toContain('1 suppressed cells, of which 1 are exposed.');
  });

  it('writes a safe table, which its own audit finds nothing wrong with', async () => {
    const path = await file('true.csv', ...TRUE_COUNTS);
    const out = join(folder, 'safe.csv');
    expect(await command('audit-table', [path, '--protect', '--out', out])).toMatchObject({ exitCode: 0 });

    const safe = await readFile(out, 'utf8');
    expect(safe).toContain('CIT,arrest,*\n');
    expect(safe).toContain('total,total,151\n');
    expect(safe.match(/\*/g)).toHaveLength(4);
    const { words, exitCode } = await command('audit-table', [out, '--zeros-shown']);
    expect(exitCode).toBe(0);
    expect(words).toContain('4 suppressed cells, of which 0 are exposed.');
  });

  it('knows the headings of a column of the codebook, and of a written path', async () => {
    const path = await file(
      'headings.csv',
      'group.force,encounters.value',
      'NONE,80',
      'ANY_FORCE,20',
      'CONTROL_HOLD,',
      'LESS_LETHAL,15',
      'FIREARM,0',
      ',100',
      '# UNPROTECTED',
    );
    const { words, exitCode } = await command('audit-table', [path, '--count', 'encounters.value']);
    expect({ exitCode, words }).toMatchObject({
      exitCode: 1,
      words: expect.stringMatching(/CONTROL_HOLD +│ 5 +│ KNOWN/),
    });

    const written = await file(
      'path.csv',
      'how,count',
      'Car,80',
      'Air,20',
      'Air > Plane,15',
      'Air > Balloon,*',
      'total,100',
    );
    const answer = await command('audit-table', [written]);
    expect(answer.words).toMatch(/Air > Balloon +│ 5 +│ KNOWN/);
  });

  it('lists every problem of a file at once, by line and column', async () => {
    const path = await file('bad.csv', 'model,count', 'CIT,8', 'CIT,9', 'patrol,1.5', 'total,few');
    const { words, exitCode } = await command('audit-table', [path]);
    expect(exitCode).toBe(2);
    expect(words).toContain(`${path}, line 3, column model: The line has the categories of line 2.`);
    expect(words).toContain(`${path}, line 4, column count: The cell holds no count.`);
    expect(words).toContain(`${path}, line 5, column count: The cell holds no count.`);

    const rounded = await file('rounded.csv', 'model,count', 'CIT,10', 'patrol,20', 'total,35');
    expect((await command('audit-table', [rounded])).words).toContain(
      'line 4, column model: The total is not the sum of its parts.',
    );
    const named = await command('audit-table', [rounded, '--count', 'n']);
    expect(named.words).toContain('There is no such column. The file has model, count.');
    expect(await command('audit-table', [join(folder, 'none.csv')])).toMatchObject({ exitCode: 2 });
  });
});
