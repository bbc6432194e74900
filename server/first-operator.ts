import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { firstOperatorToken } from './flow/index.js';
import type { House } from './flow/index.js';

/**
 * In a house that has issued no token, make the first operator's and leave it in a file only its owner may read.
 *
 * @returns what to tell whoever started the house; an empty text when there was nothing to do.
 */
export async function welcomeFirstOperator(house: House, dataFolder: string): Promise<string> {
  const token = await firstOperatorToken(house);
  if (token === null) return '';

  const file = join(dataFolder, 'first-operator.token');
  await mkdir(dataFolder, { recursive: true });
  await writeFile(file, `${token}\n`, { mode: 0o600 });
  return `The house is new. The token of its first operator is in ${file}: register agencies and issue tokens with it.\n`;
}
