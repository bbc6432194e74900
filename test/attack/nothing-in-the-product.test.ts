import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { weakenings } from './weakened/weakenings.mjs';

const PRODUCT = ['server', 'schema', 'scripts', 'seeds'];

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('the weakened builds', () => {
  it('are known to no file of the product', () => {
    const names = [...Object.keys(weakenings), 'weakened', 'weakening'];
    const files = PRODUCT.flatMap(filesBelow).filter((file) => !file.endsWith('scripts/attack.ts'));
    const mentions = files.filter((file) => {
      const text = readFileSync(file, 'utf8');
      return names.some((name) => text.includes(name));
    });
    expect(mentions).toEqual([]);
  });

  it('each change words that are still there', () => {
    const changes = Object.values(weakenings).flat();
    const lost = changes.filter(({ module, from }) => !readFileSync(module, 'utf8').includes(from));
    expect(lost).toEqual([]);
  });
});
