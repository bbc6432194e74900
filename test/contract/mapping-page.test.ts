import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

import { dimensions } from '../../schema/catalogue/index.js';
import { mappingSchema } from '../../schema/records/index.js';
import type { Mapping } from '../../schema/records/index.js';
import { anonymisedFrom } from '../support/agency-file.js';

const page = readFileSync('docs/mapping.md', 'utf8');
const LINES_MAX = 100;

/** The keys a JSON schema knows, and the words it lets one choose among, at any depth; codes of the codebook left out. */
function wordsOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {}, enum: words = [] } = schema as { properties?: object; enum?: readonly string[] };
  const codes = new Set(dimensions.flatMap(({ code, tree }) => [code, ...tree.leaves, 'YES']));
  const own = [...Object.keys(properties), ...words].filter((word) => /^\w+$/.test(word) && !codes.has(word));
  return [...new Set([...own, ...Object.values(schema).flatMap(wordsOf)])];
}

function block(language: string): string {
  return new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(page)?.[1] ?? '';
}

describe('the page on mappings', () => {
  it('names every key of a mapping, and every word one may choose', () => {
    const words = wordsOf(mappingSchema);
    expect(words).toEqual(expect.arrayContaining(['midnightIsMissing', 'toleranceMinutes', 'PRECEDENCE', 'if']));
    expect(words.filter((word) => !new RegExp(`\`[^\`]*\\b${word}\\b[^\`]*\``).test(page))).toEqual([]);
    expect(page.split('\n').length - 1).toBeLessThanOrEqual(LINES_MAX);
  });

  it('has an example that comes out as the page says', async () => {
    const mapping = { ...(parse(block('yaml')) as Mapping), agency: 'harbor-city' };
    const { encounters, problems, report } = await anonymisedFrom({ content: block('csv'), mapping });

    expect(problems).toEqual([]);
    expect(report.excluded).toMatchObject({ training: 1 });
    expect(encounters).toHaveLength(2);
    expect(encounters).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          response_model: 'CIT',
          call_type: 'SUICIDE',
          disposition: 'EMERGENCY_DEPARTMENT',
          age_band: 'AGE_25_34',
          weekend: 'NO',
        }),
        expect.objectContaining({ response_model: 'STANDARD_PATROL', age_band: 'UNKNOWN', weekend: 'YES' }),
      ]),
    );
  });
});
