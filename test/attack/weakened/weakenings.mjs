/**
 * Every weakened build: which words of which product module are replaced on loading. The product knows nothing of it.
 *
 * One entry, one protection taken away. Source: disclosure policy, section 5, column `flag`.
 */
export const weakenings = {
  freshNoise: [
    {
      module: 'server/protect/draw.ts',
      from: "['ckm/u/v1', family, '']",
      to: "['ckm/u/v1', family, String(Math.random())]",
    },
  ],
  noisePerRole: [
    {
      module: 'server/protect/protect.ts',
      from: "drawFrom(perturbationSecret, 'enc')",
      to: "drawFrom(Buffer.concat([perturbationSecret, Buffer.from(lens.name)]), 'enc')",
    },
  ],
  arbitraryFilters: [
    {
      module: 'server/plan/restriction.ts',
      from: 'return cover.map((node) => ({ dimension, node }));',
      to: "return cover.length === 0 ? [] : [{ dimension, node: cover.join('+') }];",
    },
    {
      module: 'server/tabulate/table-shape.ts',
      from: 'const leaves = dimensionOf(dimension).tree.leavesOf(node);',
      to: "const leaves = node.split('+').flatMap((part) => dimensionOf(dimension).tree.leavesOf(part));",
    },
  ],
  noNoise: [{ module: 'server/protect/draw.ts', from: 'set.n === 0 ? 0', to: 'set.n >= 0 ? 0' }],
  noThreshold: [{ module: 'server/protect/lenses.ts', from: 'threshold: 11', to: 'threshold: 0' }],
  openPeriods: [
    {
      module: 'server/flow/calendar.ts',
      from: 'return monthBefore(new Date(',
      to: "return '9998-12' || monthBefore(new Date(",
    },
    { module: 'server/release/draft.ts', from: "kind === 'REVISION' ?", to: 'kind !== null ?' },
  ],
  noPoolRule: [
    { module: 'server/protect/pool-rule.ts', from: "return 'CLOSED';", to: "return 'OPEN';" },
    { module: 'server/protect/pool-rule.ts', from: "'ORDER_ONE' : 'OPEN'", to: "'OPEN' : 'OPEN'" },
    { module: 'server/protect/lenses.ts', from: 'unseenMin: 2', to: 'unseenMin: null' },
  ],
  stableKeys: [
    {
      module: 'server/release/draft.ts',
      from: 'const epoch = epochOf(released) + 1;',
      to: 'const epoch = epochOf(released);',
    },
  ],
  noGate: [
    {
      module: 'server/protect/concentration.ts',
      from: 'if (persons === null) return false;',
      to: 'if (persons === null || persons !== null) return false;',
    },
  ],
  countsInLogs: [
    {
      module: 'server/protect/protect.ts',
      from: 'const count = raw.open(cell);',
      to: "const count = raw.open(cell); console.log('counted', count.n);",
    },
  ],
  floatKeys: [
    {
      module: 'server/tabulate/add-up.ts',
      from: '((sum?.keySum ?? 0) + Number(row.key_sum)) % KEY_MODULUS',
      to: 'Math.round((((sum?.keySum ?? 0) / 1e14 + Number(row.key_sum) / KEY_MODULUS) % 1) * 1e14)',
    },
  ],
  exactRates: [
    {
      module: 'server/protect/protect.ts',
      from: 'count: seen, variance }',
      to: 'count: seen, variance, exact: raw.open(cell).n }',
    },
    {
      module: 'server/estimate/sum-shown.ts',
      from: 'components: shown.length,',
      to: 'components: shown.length, exact: shown.reduce((sum, cell) => sum + cell.exact, 0),',
    },
    {
      module: 'server/estimate/rate.ts',
      from: 'value: printed(estimate.proportion),',
      to: 'value: printed(sums.numerator.exact / sums.denominator.exact),',
    },
  ],
  oneSided: [
    {
      module: 'server/estimate/rate.ts',
      from: 'events < threshold || trials - events < threshold',
      to: 'events < threshold',
    },
  ],
};
