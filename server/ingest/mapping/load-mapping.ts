import { readFile } from 'node:fs/promises';

import { Ajv } from 'ajv';
import type { ErrorObject } from 'ajv';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Document, Node } from 'yaml';

import { mappingSchema } from '../../../schema/records/index.js';
import type { Mapping } from '../../../schema/records/index.js';
import { errorCodeOf } from '../../lib/index.js';
import { sourceFailure } from '../sources/source-failure.js';
import { SourceError } from '../sources/source.js';

import { faultsOf, todoFaultsOf } from './check-mapping.js';
import { MappingError } from './mapping-problem.js';
import type { MappingFault, MappingPath, MappingProblem } from './mapping-problem.js';

/** A mapping that is whole, and the way back from a path in it to its line. */
export interface LoadedMapping {
  readonly mapping: Mapping;
  readonly problemAt: (fault: MappingFault) => MappingProblem;
}

const conforms = new Ajv({ allErrors: true, allowUnionTypes: true, verbose: true }).compile(mappingSchema);

export async function loadMapping(path: string): Promise<LoadedMapping> {
  return parseMapping(await textAt(path));
}

/** @throws SourceError in three parts when it cannot be read. */
async function textAt(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') throw noSuchMapping(path);
    throw sourceFailure(error, undefined);
  }
}

function noSuchMapping(path: string): SourceError {
  return new SourceError(
    `There is no mapping ${path}. A path counts from the folder the command runs in. Check its spelling, or draft a ` +
      'mapping with npm run map.',
  );
}

/** @throws MappingError with every problem, each with its line and column. */
export function parseMapping(text: string): LoadedMapping {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, merge: true });
  if (document.errors.length > 0) throw new MappingError(document.errors.map((error) => syntaxProblem(error, lines)));

  const content: unknown = document.toJS();
  const problemAt = (fault: MappingFault): MappingProblem => placed(fault, document, lines);
  const faults = [...todoFaultsOf(content), ...shapeFaults(content)];
  const all = faults.length > 0 ? faults : faultsOf(content as Mapping);
  if (all.length > 0) throw new MappingError(all.map(problemAt).sort((one, other) => one.line - other.line));

  return { mapping: content as Mapping, problemAt };
}

function syntaxProblem(error: { message: string; pos: [number, number] }, lines: LineCounter): MappingProblem {
  const { line, col } = lines.linePos(error.pos[0]);
  return { line, column: col, path: 'YAML', message: error.message.split('\n', 1)[0] ?? '' };
}

function shapeFaults(content: unknown): readonly MappingFault[] {
  if (conforms(content)) return [];
  return (conforms.errors ?? []).filter(({ keyword }) => keyword !== 'if').flatMap(faultFrom);
}

function faultFrom(error: ErrorObject): readonly MappingFault[] {
  const path = error.instancePath.split('/').slice(1).map(unescaped);
  const params = error.params as Readonly<Record<string, unknown>>;
  if (typeof error.data === 'string' && error.data.startsWith('TODO')) return [];
  if (error.keyword === 'additionalProperties') {
    return [{ path: [...path, String(params['additionalProperty'])], message: 'is not a name a mapping knows here' }];
  }
  if (error.keyword === 'required') {
    return [
      { path, message: `${String(params['missingProperty'])} is missing; a field nobody records is NOT_COLLECTED` },
    ];
  }
  if (error.keyword === 'enum')
    return [{ path, message: `must be one of ${(params['allowedValues'] as string[]).join(', ')}` }];
  return [{ path, message: error.message ?? 'does not conform' }];
}

function unescaped(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

function placed({ path, message }: MappingFault, document: Document, lines: LineCounter): MappingProblem {
  const start = nodeAt(path, document)?.range?.[0] ?? 0;
  const { line, col } = lines.linePos(start);
  return { line, column: col, path: path.length === 0 ? 'mapping' : path.join(' > '), message };
}

/** The key where there is one: a wrong or superfluous entry is found by its name. */
function nodeAt(path: MappingPath, document: Document): Node | null {
  const parent = path.length === 0 ? null : document.getIn(path.slice(0, -1), true);
  if (isMap(parent)) {
    const last = String(path.at(-1));
    const key = parent.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === last)?.key;
    if (isScalar(key)) return key;
  }
  const found = path.length === 0 ? document.contents : document.getIn(path, true);
  if (found !== undefined && found !== null) return found as Node;
  return path.length === 0 ? null : nodeAt(path.slice(0, -1), document);
}
