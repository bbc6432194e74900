import { protect } from '../../server/protect/index.js';
import { RawTable, cellOf } from '../../server/table/index.js';
import type { Cell, DisplayedSum, Lens, ProtectedTable } from '../../server/table/index.js';
import { sumShown } from '../../server/estimate/index.js';

import type { Draws } from './draws.js';

/** Any secret will do: the noise depends on the record keys, which are drawn. */
const SECRET = Buffer.alloc(32, 1);

/** Counts as an audience sees them: raw cells under record keys by chance, through the product's own protection. */
export function displayed(
  counts: Readonly<Record<string, number>>,
  { lens, draws }: { lens: Lens; draws: Draws },
): (name: string) => DisplayedSum {
  const cells = new Map(Object.keys(counts).map((name) => [name, cellNamed(name)]));
  const raw = new Map(
    Object.entries(counts).map(([name, n]) => [cellNamed(name).id, { n, keySum: draws.keySum(), persons: null }]),
  );
  const table = protect(new RawTable([...cells.values()], raw), {
    families: [],
    lens,
    perturbationSecret: SECRET,
    personAgencies: new Set(),
  });
  return (name) => sumOf(cells.get(name), table);
}

/** Which cell a count is of does not matter to its noise: only that it is one of a pool. */
function cellNamed(name: string): Cell {
  const geography = { level: 'REGION', id: 'region', agencyIds: [] } as const;
  return cellOf({ geography, time: '2025', nodes: [{ dimension: 'SIMULATED', node: name }] });
}

function sumOf(cell: Cell | undefined, table: ProtectedTable): DisplayedSum {
  if (cell === undefined) throw new Error('A count was asked for that was not drawn.');
  return sumShown([cell], table);
}
