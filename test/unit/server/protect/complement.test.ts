import { describe, expect, it } from '@jest/globals';

import { areaFamiliesOf, familiesOf } from '../../../../server/plan/families.js';
import { latticeOf } from '../../../../server/plan/index.js';
import { complementsOf } from '../../../../server/protect/complement.js';
import { cellOf } from '../../../../server/table/index.js';
import type { Cell } from '../../../../server/table/index.js';
import { vector } from '../../../support/vectors/vector.js';

interface OnePass {
  readonly families: readonly {
    readonly name: string;
    readonly parent: string;
    readonly kids: readonly string[];
    readonly n: Readonly<Record<string, number>>;
    readonly t: number;
    readonly secondary: string | null;
  }[];
}

const geography = { level: 'REGION', id: 'region', agencyIds: ['a', 'b'] } as const;

function cell(...nodes: readonly (readonly [dimension: string, node: string])[]): Cell {
  return cellOf({ geography, time: '2025', nodes: nodes.map(([dimension, node]) => ({ dimension, node })) });
}

describe('the one-pass rule', () => {
  it.each(vector<OnePass>('sdc08_onepass_and_lens').families)('$name', ({ parent, kids, n, t, secondary }) => {
    const cells = new Map([parent, ...kids].map((name) => [name, cell(['X', name])]));
    const cellNamed = (name: string): Cell => cells.get(name) ?? cell();
    const noisyOf = new Map([...cells].map(([name, { id }]) => [id, n[name] ?? 0]));
    const family = { along: 'DIMENSION', parent: cellNamed(parent), children: kids.map(cellNamed) } as const;

    const found = complementsOf([family], {
      candidateOf: ({ id }) => {
        const noisy = noisyOf.get(id) ?? 0;
        return { noisy, isHidden: noisy < t, isConcentrated: false };
      },
      needsCover: () => true,
    });
    expect([...found]).toEqual(secondary === null ? [] : [cellNamed(secondary).id]);
  });

  it('leaves a sibling alone where the hidden cell needs no cover', () => {
    const children = [cell(['X', 'a']), cell(['X', 'b'])];
    const found = complementsOf([{ along: 'DIMENSION', parent: cell(), children }], {
      candidateOf: ({ id }) => ({ noisy: 50, isHidden: id.endsWith('a'), isConcentrated: false }),
      needsCover: () => false,
    });
    expect(found.size).toBe(0);
  });
});

describe('the families of a cell', () => {
  it('are one for each of its dimensions, with the cell above and every sibling', () => {
    const families = familiesOf([cell(['RESPONSE_MODEL', 'CIT'], ['FORCE', 'NO_FORCE'])]);
    expect(families.map(({ parent }) => parent.id)).toEqual([
      'REGION:region|2025|RESPONSE_MODEL=KNOWN|FORCE=NO_FORCE',
      'REGION:region|2025|RESPONSE_MODEL=CIT|FORCE=KNOWN',
    ]);
    expect(families[0]?.children.map(({ nodes }) => nodes[0]?.node)).toContain('STANDARD_PATROL');
    expect(families[1]?.children.every(({ nodes }) => nodes[0]?.node === 'CIT')).toBe(true);
  });

  it('are found once for all of their members', () => {
    const [family] = familiesOf([cell(['SHIFT', 'DAY'])]);
    expect(familiesOf(family?.children ?? [])).toContainEqual(family);
    expect(familiesOf([cell(['SHIFT', 'DAY']), cell(['SHIFT', 'NIGHT'])])).toEqual([family]);
  });

  it('are none for the whole', () => {
    expect(familiesOf([cell()])).toEqual([]);
  });
});

describe('a year that is hidden alone in its span', () => {
  const places = [
    { agencyId: 'a', county: 'OR/One', state: 'OR' },
    { agencyId: 'b', county: 'OR/One', state: 'OR' },
  ];
  const closed = { from: '2023-01', through: '2025-12' };
  const lattice = latticeOf(places, closed, { yearSpans: { length: 3, origin: 2023 } });
  const at = (time: string): Cell => cellOf({ geography, time, nodes: [] });
  const years = ['2023', '2024', '2025'].map(at);

  function hiddenWith(asked: Cell, hidden: ReadonlySet<string>): readonly string[] {
    const candidateOf = ({ id }: Cell) => ({ noisy: 50, isHidden: hidden.has(id), isConcentrated: hidden.has(id) });
    const families = areaFamiliesOf([asked], lattice).filter(({ along }) => along === 'YEARS' || along === 'TIME');
    return [...complementsOf(families, { candidateOf, needsCover: ({ isConcentrated }) => isConcentrated })];
  }

  it('takes the span with it', () => {
    expect(hiddenWith(at('2023-2025'), new Set([at('2024').id]))).toEqual([at('2023-2025').id]);
  });

  it('leaves the span where another year is hidden too', () => {
    expect(hiddenWith(at('2023-2025'), new Set([at('2024').id, at('2025').id]))).toEqual([]);
  });

  it('needs no look at the years beside it', () => {
    expect(areaFamiliesOf(years, lattice).filter(({ along }) => along !== 'PLACE')).toEqual([]);
    expect(areaFamiliesOf([at('2024-Q1')], lattice).map(({ parent }) => parent.time)).toContain('2024');
  });
});
