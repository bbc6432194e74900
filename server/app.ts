import type { FastifyInstance } from 'fastify';

import type { Config } from './config/index.js';
import { houseOf } from './flow/index.js';
import type { House } from './flow/index.js';
import { httpServer } from './http/index.js';
import { errorCodeOf, systemClock } from './lib/index.js';
import { startPostgres } from './postgres/index.js';
import { refuseOtherSecrets, secretsOf } from './secrets.js';
import { migrate, openStore } from './store/index.js';

/** A running house: where to ask it, and how to close it in order. */
export interface RunningHouse {
  readonly house: House;
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Open the house without a door: database, migrations, secrets. For commands, and for what comes before the port opens. */
export async function openHouse(
  config: Config,
): Promise<{ readonly house: House; readonly close: () => Promise<void> }> {
  const postgres =
    config.databaseUrl === null ? await startPostgres({ folder: config.dataFolder, isDurable: true }) : null;
  try {
    const url = config.databaseUrl ?? postgres?.url ?? '';
    await migrate(url);
    const secrets = await secretsOf(config);
    const store = await openStore({ url });
    const house = houseOf({ store, secrets, clock: systemClock });
    const close = async (): Promise<void> => {
      await store.close();
      await postgres?.stop();
    };
    await refuseOtherSecrets(house).catch(async (error: unknown) => {
      await store.close();
      throw error;
    });
    return { house, close };
  } catch (error) {
    await postgres?.stop();
    throw error;
  }
}

/** Open the port. Closing drains: requests under way are answered, then the store closes, then the database stops. */
export async function serve({
  config,
  opened,
}: {
  config: Config;
  opened: Awaited<ReturnType<typeof openHouse>>;
}): Promise<RunningHouse> {
  const server = await httpServer(opened.house, config);
  const url = await listen(server, config);
  return {
    house: opened.house,
    url,
    close: async () => {
      await server.close();
      await opened.close();
    },
  };
}

async function listen(server: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    return await server.listen({ host, port });
  } catch (error) {
    if (errorCodeOf(error) !== 'EADDRINUSE') throw error;
    throw new Error(
      `Port ${port} of ${host} is taken by another program. A port serves one program at a time. ` +
        'Stop the other one, or choose another port: PORT=4001 npm start',
      { cause: error },
    );
  }
}
