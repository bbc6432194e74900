import type { TokenHolder } from '../../schema/records/index.js';
import { newToken, tokenSha256 } from '../../server/access/index.js';
import { httpServer } from '../../server/http/index.js';

import { testHouse } from './house.js';
import type { TestHouse } from './house.js';

/** A house behind a real port. */
export interface ServedHouse extends TestHouse {
  readonly address: string;
  /** A token of its own for somebody. */
  readonly tokenFor: (holder: TokenHolder) => Promise<string>;
}

export async function servedHouse(): Promise<ServedHouse> {
  const place = await testHouse();
  const server = await httpServer(place.house, { logLevel: 'silent' });
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    ...place,
    address,
    tokenFor: async (holder) => {
      const token = newToken();
      await place.house.store.tokens.add({
        ...holder,
        id: tokenSha256(token).slice(0, 12),
        sha256: tokenSha256(token),
      });
      return token;
    },
    close: async () => {
      await server.close();
      await place.close();
    },
  };
}
