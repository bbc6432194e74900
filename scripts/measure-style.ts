import { readFileSync } from 'node:fs';

import ts from 'typescript';

/** Most lines of a file, and the share of functions that may have more than 50. */
const FILE_LINES_MAX = 300;
const LONG_FUNCTION_LINES = 50;
const LONG_SHARE_MAX = 0.02;

interface Measured {
  readonly file: string;
  readonly lines: number;
  readonly functions: readonly number[];
}

function measured(file: string): Measured {
  const text = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const functions: number[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) functions.push(linesOf(source, node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { file, lines: text.trimEnd().split('\n').length, functions };
}

function linesOf(source: ts.SourceFile, node: ts.Node): number {
  const lineAt = (place: number): number => source.getLineAndCharacterOfPosition(place).line;
  return lineAt(node.getEnd()) - lineAt(node.getStart()) + 1;
}

function quantile(values: readonly number[], probability: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(probability * sorted.length))] ?? 0;
}

const files = ts.sys.readDirectory('.', ['.ts'], undefined, ['schema', 'server', 'seeds', 'scripts']).map(measured);

const lines = files.map((file) => file.lines);
const functions = files.flatMap((file) => file.functions);
const longShare = functions.filter((length) => length > LONG_FUNCTION_LINES).length / functions.length;
const longest = files.toSorted((one, other) => other.lines - one.lines).slice(0, 3);

process.stdout.write(
  `files      ${files.length}, lines: median ${quantile(lines, 0.5)}, largest ${Math.max(...lines)}\n` +
    `           ${longest.map(({ file, lines: count }) => `${file} ${count}`).join(', ')}\n` +
    `functions  ${functions.length}, lines: median ${quantile(functions, 0.5)}, p90 ${quantile(functions, 0.9)}, ` +
    `over ${LONG_FUNCTION_LINES}: ${(100 * longShare).toFixed(1)} %\n`,
);
process.exitCode = Math.max(...lines) > FILE_LINES_MAX || longShare > LONG_SHARE_MAX ? 1 : 0;
