import { writeFile } from 'node:fs/promises';

import Table from 'cli-table3';
import { Command } from 'commander';
import { stringify } from 'csv-stringify/sync';

import { auditTableFile, protectTableFile } from '../server/flow/index.js';
import type { AuditedFile, FileAudit } from '../server/flow/index.js';

import { run } from './run.js';

const UNREADABLE = 2;

const command = new Command('audit-table')
  .description(
    'Say what a reader can work out of the suppressed cells of a published table of exact counts: by subtraction, and from ' +
      'counts not being negative.',
  )
  .argument('<file>', 'the table: CSV (also .gz) or Excel .xlsx, one line for each cell, its totals among them')
  .option('--by <columns>', 'columns of the axes, with commas; every column that is no count when absent')
  .option('--count <column>', 'column of the published counts', 'count')
  .option('--true <column>', 'column of the true counts, for your own check')
  .option('--total <word>', 'what a total is called; an empty cell is one too', 'total')
  .option('--mark <mark>', 'what stands for a suppressed count; an empty cell does too', '*')
  .option('--threshold <count>', 'counts from 1 to below it are small', '11')
  .option('--zeros-shown', 'the publisher shows zeros, so a suppressed cell is at least 1')
  .option('--protect', 'choose complements for the true counts, and write the safe table')
  .option('--out <csv>', 'the safe table to write; the terminal when absent')
  .addHelpText(
    'after',
    '\nA category below a heading is written `Transport > Hospital`; columns named as in the codebook know their headings.' +
      '\nA combination the file has no line of is taken as suppressed. Lines that begin with # are notes.' +
      '\nWithout --true, --protect takes the counts for true.' +
      '\n\nExit code 0: no suppressed cell is exposed. 1: some are. 2: the file cannot be audited, and every problem is listed.',
  )
  .parse();

type Options = Readonly<Partial<Record<string, string>>> & { readonly zerosShown?: true; readonly protect?: true };

await run(audit, { otherwise: UNREADABLE });

async function audit(): Promise<number> {
  const options = command.opts<Options>();
  const [path = ''] = command.args;
  const asked = askedFrom(path, options);
  const answer = await (options.protect ? protectTableFile(asked) : auditTableFile(asked));
  if ('problems' in answer) {
    for (const { line, column, message } of answer.problems)
      process.stderr.write(`${path}, line ${line}, column ${column}: ${message}\n`);
    return UNREADABLE;
  }
  if (options.protect) await write(safeTable(answer, asked), options['out']);
  const said = reported(answer);
  if (options.protect && options['out'] === undefined) process.stderr.write(said);
  else process.stdout.write(said);
  return answer.findings.some(({ verdict }) => verdict !== 'HIDDEN') ? 1 : 0;
}

function askedFrom(path: string, options: Options): FileAudit {
  const threshold = options['threshold'] ?? '';
  if (!/^[1-9]\d{0,5}$/.test(threshold))
    throw new Error(`--threshold ${threshold} is no threshold. It is a whole number from 1. Give one, such as 11.`);
  return {
    path,
    threshold: Number(threshold),
    // What --protect writes shows every zero.
    hiddenMin: options.zerosShown || options.protect ? 1 : 0,
    writing: {
      by: options['by']?.split(',').map((name) => name.trim()) ?? null,
      countColumn: options['count'] ?? 'count',
      trueColumn: options['true'] ?? null,
      totalWord: options['total'] ?? 'total',
      hiddenMark: options['mark'] ?? '*',
    },
  };
}

function reported({ table, findings }: AuditedFile): string {
  const nameOf = (cell: number): string => (table.categories[cell] ?? []).map((name) => name ?? 'total').join(' / ');
  const lines = new Table({
    head: ['line', 'suppressed cell', 'a reader knows', 'verdict', 'from'],
    style: { head: [], border: [] },
    wordWrap: true,
  });
  for (const { cell, verdict, min, max, givenAwayBy } of findings) {
    const known = max === null ? `${min} or more` : min === max ? `${min}` : `${min} to ${max}`;
    const from = givenAwayBy.map((one) => nameOf(one)).join('\n');
    lines.push([table.lines[cell] ?? '', nameOf(cell), known, verdict, from]);
  }
  const exposed = findings.filter(({ verdict }) => verdict !== 'HIDDEN').length;
  const absent = table.lines.filter((line) => line === null).length;
  return (
    (findings.length > 0 ? `${lines.toString()}\n` : '') +
    `${findings.length} suppressed cells, of which ${exposed} are exposed.\n` +
    (absent > 0 ? `${absent} combinations have no line, and were taken as suppressed.\n` : '')
  );
}

function safeTable({ table }: AuditedFile, { writing: { countColumn, totalWord, hiddenMark } }: FileAudit): string {
  const rows = table.categories.map((names, cell) => [
    ...names.map((name) => name ?? totalWord),
    table.shown[cell] ?? hiddenMark,
  ]);
  return stringify([[...table.axes, countColumn], ...rows], { escape_formulas: true });
}

async function write(text: string, path: string | undefined): Promise<void> {
  if (path === undefined) process.stdout.write(text);
  else await writeFile(path, text, { flag: 'wx' });
}
