import { describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';

import type { MappingError } from '../../../../server/ingest/index.js';
import { draftMapping, parseMapping } from '../../../../server/ingest/index.js';
import { mappingOf } from '../../../support/agency-file.js';
import type { Mapping } from '../../../../schema/records/index.js';

function problemsOf(text: string): readonly { line: number; column: number; path: string; message: string }[] {
  try {
    parseMapping(text);
    return [];
  } catch (error) {
    return (error as MappingError).problems;
  }
}

const faulty = (fields: Mapping['fields'], rest: Partial<Mapping> = {}) =>
  problemsOf(stringify(mappingOf({ ...rest, fields })));

describe('parseMapping', () => {
  it('takes a whole mapping', () => {
    expect(problemsOf(stringify(mappingOf()))).toEqual([]);
  });

  it('names every problem at once, each with its line and column', () => {
    const text = stringify(mappingOf())
      .replace('version: 1', 'version: 2')
      .replace('GENDER: NOT_COLLECTED', 'GENDER: NEVER');
    const problems = problemsOf(text);
    const line = text.split('\n').findIndex((each) => each.includes('GENDER')) + 1;

    expect(problems.map(({ path }) => path)).toEqual(['version', 'fields > GENDER']);
    expect(problems[1]).toMatchObject({ line, column: 3, message: 'must be one of NOT_COLLECTED, FROM_CALL_TIME' });
  });

  it('names the line of a YAML mistake', () => {
    expect(problemsOf('version: 1\nagency: [\n')[0]).toMatchObject({ path: 'YAML' });
  });

  it('asks for an answer for every dimension', () => {
    expect(problemsOf(stringify(mappingOf()).replace(/\n {2}WEAPON: .*/, ''))).toEqual([
      expect.objectContaining({ path: 'fields', message: expect.stringMatching(/^WEAPON is missing/) }),
    ]);
  });

  it('knows a code that is no leaf of its dimension', () => {
    const [problem] = faulty({ GENDER: { columns: ['Sex'], values: { F: 'WOMAN' } } });

    expect(problem).toMatchObject({
      path: 'fields > GENDER > values > F',
      message: expect.stringContaining('FEMALE, MALE'),
    });
  });

  it.each([
    { says: 'exactly one', fields: { GENDER: { columns: ['Sex'], values: { F: 'FEMALE' }, constant: 'MALE' } } },
    { says: 'need a precedence', fields: { GENDER: { columns: ['Sex', 'Sex 2'], values: { F: 'FEMALE' } } } },
    {
      says: 'leaves out MALE',
      fields: { GENDER: { columns: ['A', 'B'], values: { F: 'FEMALE', M: 'MALE' }, precedence: ['FEMALE'] } },
    },
    {
      says: 'same as an earlier spelling',
      fields: { GENDER: { columns: ['Sex'], values: { F: 'FEMALE', ' f': 'MALE' } } },
    },
    { says: 'AGE_BAND only', fields: { GENDER: { ageInYears: 'Age' } } },
    { says: 'times has no gone', fields: { SCENE_MINUTES: { minutes: { from: 'call', to: 'gone' } } } },
    { says: 'only SHIFT and WEEKEND', fields: { GENDER: 'FROM_CALL_TIME' } },
  ] as const)('says $says', ({ says, fields }) => {
    expect(faulty(fields as unknown as Mapping['fields']).map(({ message }) => message)).toEqual([
      expect.stringContaining(says),
    ]);
  });

  it('asks how rows combine when an incident has many', () => {
    const problems = faulty({ GENDER: { columns: ['Sex'], values: { F: 'FEMALE' } } }, { rows: 'MANY_PER_ENCOUNTER' });

    expect(problems).toEqual([
      expect.objectContaining({ path: 'fields > GENDER', message: expect.stringContaining('combine') }),
    ]);
  });

  it('lets no draft pass before its TODOs are decided', () => {
    const column = { filledShare: 1, distinct: 2, identifier: null, formats: [] };
    const columns = [
      { ...column, name: 'Incident ID', kind: 'NUMBER', values: [] },
      { ...column, name: 'Disposition', kind: 'CODES', values: ['Arrested', 'Went fishing', '-'] },
      { ...column, name: 'SSN', kind: 'IDENTIFIER', identifier: 'SSN', values: [] },
    ] as const;
    const draft = draftMapping({ rows: 2, columns }, { agencyId: 'harbor-city' });
    const problems = problemsOf(draft);

    expect(draft).toContain('"Arrested": "ARRESTED"');
    expect(draft).toContain('nulls: ["-"]');
    expect(problems.map(({ path }) => path)).toContain('fields > DISPOSITION > values > Went fishing');
    expect(problems.every(({ message }) => message.startsWith('the draft left this to you'))).toBe(true);
  });
});
