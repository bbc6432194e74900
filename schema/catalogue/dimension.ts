import { KNOWN, NOT_COLLECTED, NOT_ENGAGED, UNKNOWN } from '../codelists/index.js';
import type { Code, Codelist } from '../codelists/index.js';

import { ROOT, treeOf } from './tree.js';
import type { Tree } from './tree.js';

/**
 * A coded property of an encounter: a tree whose leaves partition all encounters.
 *
 * `code` names it in questions (`CALL_TYPE`), `field` in GraphQL rows and filters (`callType`), `column` in
 * the database and in anonymised files (`call_type`), `typeName` as a GraphQL enum (`CallType`).
 */
export interface Dimension {
  readonly code: string;
  readonly field: string;
  readonly column: string;
  readonly typeName: string;
  readonly label: string;
  readonly definition: string;
  readonly source: string;
  /** An outcome is not defined for an encounter that met nobody: it has the leaf NOT_ENGAGED. */
  readonly isOutcome: boolean;
  /** Every node below the root, headings before their parts. */
  readonly nodes: readonly DimensionNode[];
  readonly tree: Tree;
}

export interface DimensionNode {
  readonly code: string;
  readonly label: string;
  readonly definition: string;
  readonly parent: string;
  readonly isLeaf: boolean;
}

export function dimensionFrom(list: Codelist, { isOutcome }: { isOutcome: boolean }): Dimension {
  const codes: readonly Code[] = [
    { code: KNOWN, label: 'Known', definition: 'Recorded and known: the denominator of a rate.', parts: list.codes },
    { code: UNKNOWN, label: 'Unknown', definition: 'Asked, not known. Never in a denominator.' },
    { code: NOT_COLLECTED, label: 'Not collected', definition: 'The agency does not record this.' },
    ...(isOutcome
      ? [{ code: NOT_ENGAGED, label: 'Not engaged', definition: 'Nobody was met, so there is no outcome.' }]
      : []),
  ];
  const nodes = codes.flatMap((code) => nodesBelow(code, ROOT));
  const words = list.code.toLowerCase().split('_');
  const typeName = words.map(capitalised).join('');

  return {
    code: list.code,
    field: typeName.charAt(0).toLowerCase() + typeName.slice(1),
    column: words.join('_'),
    typeName,
    label: list.label,
    definition: list.definition,
    source: list.source,
    isOutcome,
    nodes,
    tree: treeOf(nodes.map(({ code, parent }) => ({ node: code, parent }))),
  };
}

function nodesBelow(code: Code, parent: string): readonly DimensionNode[] {
  const parts = code.parts ?? [];
  const own = { code: code.code, label: code.label, definition: code.definition, parent, isLeaf: parts.length === 0 };
  return [own, ...parts.flatMap((part) => nodesBelow(part, code.code))];
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
