import { openHouse, serve } from './app.js';
import { readEnvironment } from './config/index.js';
import { closeOnSignal } from './drain.js';
import { welcomeFirstOperator } from './first-operator.js';

/** Start without the demo region, for production: settings, database, port. */
try {
  const config = readEnvironment();
  const opened = await openHouse(config);
  const { url, close } = await serve({ config, opened }).catch(async (error: unknown) => {
    await opened.close();
    throw error;
  });
  closeOnSignal(close);
  process.stdout.write(await welcomeFirstOperator(opened.house, config.dataFolder));
  process.stdout.write(`Headwaters answers at ${url}/graphql\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
