import type { Measured } from './method.js';

/** Where coverage of a 95 % interval should lie wherever an estimate is shown. */
const COVERAGE_AIM = { min: 0.94, max: 0.98 } as const;

/** The measurements as a page: each method in short, then every world. */
export function coveragePage(all: readonly Measured[], { command }: { command: string }): string {
  return [
    '# What the intervals are worth',
    '',
    `Made by \`${command}\`: tables are drawn, protected by the product and estimated from what is displayed. Coverage is the`,
    `share of shown 95 % intervals with the truth in them (aim: ${COVERAGE_AIM.min} to ${COVERAGE_AIM.max}), false alarms the share that exclude no effect where there is none.`,
    'An estimate shown in far fewer looks than all had to be large to be seen: its bias is that of suppression, not of the method.',
    'Only worlds in which at least 200 estimates were shown have a figure.',
    '',
    '| method | worlds | lowest coverage | median | highest | most false alarms | largest bias |',
    '| ------ | ------ | --------------- | ------ | ------- | ----------------- | ------------ |',
    ...[...new Set(all.map(({ method }) => method))].map((method) => summaryRow(method, all)),
    '',
    '| method | world | shown | bias | coverage | false alarms |',
    '| ------ | ----- | ----- | ---- | -------- | ------------ |',
    ...all.map(worldRow),
    '',
  ].join('\n');
}

function summaryRow(method: string, all: readonly Measured[]): string {
  const own = all.filter((measured) => measured.method === method);
  const coverages = own.flatMap(({ coverage }) => coverage ?? []).toSorted((one, other) => one - other);
  const alarms = own.flatMap(({ falseAlarms }) => falseAlarms ?? []);
  const biases = own.flatMap(({ bias }) => bias ?? []).toSorted((one, other) => Math.abs(other) - Math.abs(one));
  const cells = [
    method,
    `${coverages.length} of ${own.length}`,
    digits(coverages[0]),
    digits(coverages[Math.floor(coverages.length / 2)]),
    digits(coverages.at(-1)),
    digits(alarms.length === 0 ? undefined : Math.max(...alarms)),
    digits(biases[0]),
  ];
  return `| ${cells.join(' | ')} |`;
}

function worldRow({ method, world, shown, bias, coverage, falseAlarms }: Measured): string {
  const cells = [method, world, digits(shown), digits(bias), digits(coverage), digits(falseAlarms)];
  return `| ${cells.join(' | ')} |`;
}

function digits(value: number | null | undefined): string {
  return value === null || value === undefined ? '-' : value.toFixed(3);
}
