import { demoPeople } from '../seeds/index.js';
import type { DemoTokens } from '../seeds/index.js';

import type { ExplorerBuild } from './build-explorer.js';

/** What a newcomer reads after `npm start`: where to go, who to be, and one answer. */
export function welcome({
  url,
  explorer,
  tokens,
  comparison,
}: {
  url: string;
  explorer: ExplorerBuild;
  tokens: DemoTokens | null;
  comparison: string | null;
}): string {
  const isServed = explorer !== 'NO_BUILD_TOOLS';
  const lines = [
    'Headwaters is open.',
    isServed ? `  explorer     ${url}/` : '  explorer     not built: install with the development dependencies',
    `  GraphQL      ${url}/graphql`,
    `  submissions  ${url}/submissions`,
    `  health       ${url}/health`,
  ];
  return [
    ...lines,
    ...(tokens === null ? [] : tokenLines(tokens, isServed ? url : null)),
    ...(comparison === null ? [] : ['', comparison.trimEnd()]),
    '',
    'Ctrl-C closes it. The data stays.',
    '',
  ].join('\n');
}

function tokenLines(tokens: DemoTokens, explorerUrl: string | null): readonly string[] {
  const perAudience = demoPeople.map(({ audience, name }) => `  ${audience.padEnd(13)}${tokens[audience]}  ${name}`);
  const link =
    explorerUrl === null ? [] : ['', `Look around as a researcher: ${explorerUrl}/#token=${tokens.RESEARCHER}`];
  return ['', 'Everything in it is SYNTHETIC. One token for each audience of the demo:', ...perAudience, ...link];
}
