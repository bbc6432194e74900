import type { Pool } from 'pg';

/** Runs one statement and gives its rows. */
export type Rows = <Row extends object>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

export function rowsFrom(pool: Pool): Rows {
  return async <Row extends object>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
    (await pool.query<Row>(text, [...values])).rows;
}

/** The one number, called `n`, of a statement that counts. */
export async function countFrom(rows: Rows, text: string, values: readonly unknown[] = []): Promise<number> {
  return (await rows<{ n: number }>(text, values))[0]?.n ?? 0;
}
