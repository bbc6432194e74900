import { tsImport } from 'tsx/esm/api';

/** Jest loads its global setup outside the transform of the tests: hand over to TypeScript. */
export default async function globalSetup() {
  const { startTestServer } = await tsImport('./test-server.ts', import.meta.url);
  globalThis.stopTestServer = await startTestServer();
}
