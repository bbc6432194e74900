import { pathToFileURL } from 'node:url';

/** What makes a process of Node the weakened build of that name. */
export function weakeningOption(weakening: string): string {
  const url = pathToFileURL('test/attack/weakened/register.mjs');
  return `--import ${url.href}?${weakening}`;
}
