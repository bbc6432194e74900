import type { FastifyInstance } from 'fastify';

import type { House } from '../flow/index.js';

/** Whether the house can answer: 200 with the latest release, or 503 when its database does not answer. No token needed. */
export function addHealth(app: FastifyInstance, { store }: House): void {
  app.get('/health', async (_request, reply) => {
    try {
      const release = await store.releases.latest();
      return await reply.send({ status: 'ok', release: release?.id ?? null });
    } catch {
      return reply.code(503).send({ status: 'unavailable', release: null });
    }
  });
}
