import { openHouse, serve } from '../server/app.js';
import { readEnvironment } from '../server/config/index.js';
import { closeOnSignal } from '../server/drain.js';
import { welcomeFirstOperator } from '../server/first-operator.js';

import { buildExplorerWhenStale } from './build-explorer.js';
import { demoTokens } from './demo/demo-tokens.js';
import { workedComparison } from './demo/worked-comparison.js';
import { welcome } from './welcome.js';

/** Open the house with everything a newcomer needs: the explorer, and the demo region with a token for each audience. */
async function start(): Promise<void> {
  const config = readEnvironment();
  const opened = await openHouse(config);
  let close = opened.close;
  closeOnSignal(() => close());

  try {
    const tokens = config.withDemo ? await demoTokens(opened.house, config.dataFolder) : null;
    const explorer = await buildExplorerWhenStale();
    if (!config.withDemo) process.stdout.write(await welcomeFirstOperator(opened.house, config.dataFolder));
    const running = await serve({ config, opened });
    close = running.close;

    const comparison = tokens === null ? null : await workedComparison(running.url, tokens.RESEARCHER);
    process.stdout.write(welcome({ url: running.url, explorer, tokens, comparison }));
  } catch (error) {
    await close();
    throw error;
  }
}

await start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
