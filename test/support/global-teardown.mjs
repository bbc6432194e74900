/** Stop the PostgreSQL of the run, if it was ours. */
export default async function globalTeardown() {
  await globalThis.stopTestServer();
}
