import type { FastifyInstance } from 'fastify';

/** Answers are one asker's own: nothing on the way keeps them, guesses their type, frames them or passes their address on. */
const EVERYWHERE = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

export function addResponseHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(EVERYWHERE);
    done();
  });
}
