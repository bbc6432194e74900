/** The migrated database every test's database is copied from. */
export const TEMPLATE = 'headwaters_template';

/** The same server, another database. */
export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
