import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';

import { openSource } from '../../server/ingest/index.js';
import { writeWorkbook } from '../support/workbook.js';

const folder = await mkdtemp(join(tmpdir(), 'headwaters-sources-'));

async function readAt(path: string) {
  const source = await openSource({ path });
  const rows = [];
  for await (const { line, cells } of source.rows()) rows.push({ line, cells: [...cells] });
  return { columns: source.columns, readAs: source.readAs, rows };
}

async function read(name: string, content: Buffer | string) {
  await writeFile(join(folder, name), content);
  return readAt(join(folder, name));
}

describe('reading an agency file', () => {
  it('names the first line of a row, past quoted line breaks and blank lines', async () => {
    const { rows } = await read('lines.csv', 'A,B\r\n1,"two\r\nlines, and ""quotes"""\r\n\r\n2,x\r\n');

    expect(rows).toEqual([
      { line: 2, cells: ['1', 'two\r\nlines, and "quotes"'] },
      { line: 5, cells: ['2', 'x'] },
    ]);
  });

  it.each([
    { name: 'semicolon', content: 'A;B\n"1,5";2\n', rows: ['1,5', '2'] },
    { name: 'tab', content: 'A\tB\n1\t2\n', rows: ['1', '2'] },
    { name: 'pipe', content: '"A, with commas, in quotes"|B\n1|2\n', rows: ['1', '2'] },
  ])('tells a $name from the header', async ({ name, content, rows }) => {
    expect((await read(`${name}.csv`, content)).rows).toEqual([{ line: 2, cells: rows }]);
  });

  it.each([
    { encoding: 'utf-8', bytes: Buffer.from('Naïve,Ñ\né,ü\n') },
    { encoding: 'windows-1252', bytes: iconv.encode('Naïve,Ñ\né,ü\n', 'windows-1252') },
    { encoding: 'utf-16le', bytes: iconv.encode('Naïve,Ñ\né,ü\n', 'utf-16le', { addBOM: true }) },
    { encoding: 'utf-16be', bytes: iconv.encode('Naïve,Ñ\né,ü\n', 'utf-16be', { addBOM: true }) },
    { encoding: 'utf-16le', bytes: iconv.encode('Naïve,Ñ\né,ü\n', 'utf-16le') },
  ])('tells $encoding from the bytes', async ({ encoding, bytes }) => {
    const { columns, rows, readAs } = await read('encoded.csv', bytes);

    expect(columns).toEqual(['Naïve', 'Ñ']);
    expect(rows[0]?.cells).toEqual(['é', 'ü']);
    expect(readAs).toContain(encoding);
  });

  it('finds the first accent of a Windows-1252 file in its last line', async () => {
    const plain = 'A,B\n' + 'plain,text\n'.repeat(20_000);
    const { rows } = await read('late.csv', iconv.encode(`${plain}é,x\n`, 'windows-1252'));

    expect(rows.at(-1)?.cells).toEqual(['é', 'x']);
  });

  it('reads a file packed with gzip', async () => {
    expect((await read('packed.csv.gz', gzipSync('A,B\n1,2\n'))).rows).toEqual([{ line: 2, cells: ['1', '2'] }]);
  });

  it('reads JSON lines whose names differ from line to line', async () => {
    const { columns, rows } = await read('lines.ndjson', '{"a":1,"b":null}\n{"c":true,"a":"x"}\n');

    expect(columns).toEqual(['a', 'b', 'c']);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['1', '', ''],
      ['x', '', 'true'],
    ]);
  });

  it('names the JSON line that is no object, and nothing of its text', async () => {
    await expect(read('bad.ndjson', '{"a":1}\nsecret\n')).rejects.toThrow(/^Line 2 is not a JSON object(?!.*secret)/);
  });

  it('reads texts, numbers, days and times of an Excel sheet, the cells Excel leaves out included', async () => {
    const path = join(folder, 'export.xlsx');
    const rows = [
      ['ID', 'When', 'Day', 'Clock', 'Note'],
      [
        16325.000000000002,
        { serial: 45732.35833333333, as: 'DAY_AND_TIME' },
        { serial: 45732, as: 'DAY' },
        { serial: 0.5, as: 'TIME' },
        'a & b',
      ],
      [7, null, null, null, 'last'],
      [null, null, null, null, null],
      [8, { serial: 45732, as: 'DAY_AND_TIME' }, { serial: 59, as: 'DAY' }, null, null],
    ] as const;
    await writeWorkbook(path, { sheet: 'Dispatches', rows });

    const source = await openSource({ path, format: { type: 'csv', sheet: 'Dispatches' } });
    const read = [];
    for await (const row of source.rows()) read.push(row);

    expect(source.columns).toEqual(['ID', 'When', 'Day', 'Clock', 'Note']);
    expect(read).toEqual([
      { line: 2, cells: ['16325', '2025-03-16T08:36:00', '2025-03-16', '12:00:00', 'a & b'] },
      { line: 3, cells: ['7', '', '', '', 'last'] },
      { line: 5, cells: ['8', '2025-03-16T00:00:00', '1900-02-28', '', ''] },
    ]);
  });

  it('reads a workbook that counts its days from 1904', async () => {
    const path = join(folder, 'mac.xlsx');
    await writeWorkbook(path, { sheet: 'S', from1904: true, rows: [['D'], [{ serial: 45732 - 1462, as: 'DAY' }]] });

    const source = await openSource({ path, format: { sheet: 'S' } });
    for await (const { cells } of source.rows()) expect(cells).toEqual(['2025-03-16']);
    expect.assertions(1);
  });
});
