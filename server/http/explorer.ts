import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Where the built explorer is. */
const EXPLORER_FOLDER = fileURLToPath(new URL('../../client/explorer/dist', import.meta.url));

/** Scripts and styles come from this server alone; the editor makes its workers and styles itself. */
const SECURITY_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The self-hosted explorer at `/`. Without a build of it the API works all the same, and `/` says where it is. */
export async function addExplorer(app: FastifyInstance): Promise<void> {
  if (!existsSync(join(EXPLORER_FOLDER, 'index.html'))) {
    app.get('/', () => 'The API is at /graphql. The explorer is not built here: npm run build-explorer\n');
    return;
  }
  await app.register(fastifyStatic, {
    root: EXPLORER_FOLDER,
    setHeaders: (response) => {
      response.setHeader('Content-Security-Policy', SECURITY_POLICY);
    },
  });
}
