import type { Lens } from '../../server/table/index.js';

import { HIDDEN_MIN, KEPT_MIN, hiddenKept } from './limits.js';
import { costFor, rollingCost } from './measured.js';
import type { LevelCost } from './measured.js';
import { keptByOrder } from './orders.js';

const BOTH = { hasSpans: true, hasGroups: true };
const INTRODUCTION = `# What extra looks cost

Made by \`npm run leverage\`; do not edit. Every published cell that contains another tells a little of it. Who combines all of
them in the best linear way is left with a part of the variance V of the noise. This page says which part, and what spans of
years and peer groups take of it. Nothing is suppressed here: in earnest the threshold hides most small cells.

The lattice is synthetic: three states, in each a county with one, with two and with three agencies; three years; two peer
groups of six across the states; the eleven dimensions of 8, 7, 6, 3, 7, 5, 4, 2, 3, 2 and 2 categories the policy was measured
with. The cells of places and times, of dimensions and of both are products, so what is kept of them is too.
`;

/** The page, from the lattice and the lenses in force. */
export function leveragePage(lenses: readonly Lens[]): string {
  const orders = [...new Set(lenses.map(({ orderMax }) => orderMax))].toSorted();
  return [
    INTRODUCTION,
    '## By dimensions\n',
    table(['dimensions at once', 'cell of', 'keeps of V'], orders.flatMap(orderRows)),
    ...lenses.flatMap((lens) => [`## ${lens.name}\n`, lensTable(lens)]),
    limitsText(),
  ].join('\n');
}

function orderRows(orderMax: number): readonly (readonly string[])[] {
  return keptByOrder(orderMax).map(({ order, least, most }) => [
    `at most ${orderMax}`,
    order === 0 ? 'no dimension' : `${order}`,
    least.toFixed(3) === most.toFixed(3) ? least.toFixed(3) : `${least.toFixed(3)} to ${most.toFixed(3)}`,
  ]);
}

function lensTable(lens: Lens): string {
  const [spans, groups] = [costFor(lens, { ...BOTH, hasGroups: false }), costFor(lens, { ...BOTH, hasSpans: false })];
  const keptIn = (costs: readonly LevelCost[], { place, time }: LevelCost): string =>
    costs.find((cost) => cost.place === place && cost.time === time && !cost.isNew)?.kept.toFixed(2) ?? '';

  const rows = costFor(lens, BOTH).map((cost) => [
    `${cost.place} by ${cost.time}`,
    cost.isNew ? 'new' : cost.without.toFixed(2),
    cost.with.toFixed(2),
    keptIn(spans, cost),
    keptIn(groups, cost),
    cost.isNew ? '' : cost.kept.toFixed(2),
    cost.isNew ? '' : hiddenKept(cost).toFixed(2),
  ]);
  return table(
    ['cell of', 'V before', 'V with both', 'kept, spans', 'kept, groups', 'kept, both', 'suppressed of order 2, V'],
    rows,
  );
}

function limitsText(): string {
  const rolling = rollingCost(3);
  return `## The limits

With both, a cell keeps at least ${KEPT_MIN} of what it had: what a quarter keeps among its months and its year, which the policy
accepts. A suppressed cell of two dimensions, of which the policy measured the worst at .72 V, keeps at least ${HIDDEN_MIN} V with
the levels of time: what the policy accepts of one of three dimensions in a quarter, .51 times .61. The command fails
where either is exceeded.

Windows of three years that begin in every year would leave a year ${rolling.toFixed(2)} of what it had, ${rolling < KEPT_MIN ? 'less than the limit' : 'within the limit'}: they are
${rolling < KEPT_MIN ? 'not offered' : 'worth another look'}.
`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}
