import { openHouse, serve } from './app.js';
import { readEnvironment } from './config/index.js';
import { closeOnSignal } from './drain.js';

/** Start without the demo region, for production: settings, database, port. */
try {
  const config = readEnvironment();
  const { url, close } = await serve({ config, opened: await openHouse(config) });
  closeOnSignal(close);
  process.stdout.write(`Headwaters answers at ${url}/graphql\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
