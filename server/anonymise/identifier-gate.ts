import type { ColumnUse } from '../../schema/records/index.js';
import { identifierNameOf, identifierShapeOf } from '../lib/index.js';
import type { IdentifierShape } from '../lib/index.js';

/** A direct identifier would have come near the output. Nothing was written. */
export class IdentifierRefused extends Error {
  override readonly name = 'IdentifierRefused';

  constructor(reasons: readonly string[]) {
    const lines = reasons.map((reason) => `  ${reason}`);
    super(
      [
        'Refused: a direct identifier may feed nothing but the keyed hash of an incident or person. Nothing was written.',
        ...lines,
        'Map the field from another column, or set it to NOT_COLLECTED.',
      ].join('\n'),
    );
  }
}

/** Shapes no code of any agency has. A comma or a long text may be a code; these are not. */
const certain: ReadonlySet<IdentifierShape> = new Set<IdentifierShape>([
  'SSN',
  'phone number',
  'e-mail address',
  'street address',
  'coordinates',
]);

export function isCertainIdentifier(shape: IdentifierShape | null): boolean {
  return shape !== null && certain.has(shape);
}

/** Refuse a mapping by what its columns are called, by what its spellings look like, and by what keys also feed. */
export function refuseIdentifiers(uses: readonly ColumnUse[], fold: (name: string) => string): void {
  const keys = new Set(uses.filter(({ use }) => use === 'KEY').map(({ column }) => fold(column)));
  const reasons = uses.flatMap((use) => [
    ...byName(use),
    ...bySpelling(use),
    ...byKey(use, keys.has(fold(use.column))),
  ]);
  if (reasons.length > 0) throw new IdentifierRefused([...new Set(reasons)]);
}

function byName({ column, use, path }: ColumnUse): readonly string[] {
  const shape = use === 'KEY' || use === 'EXCLUSION' ? null : identifierNameOf(column);
  return shape === null ? [] : [`${path.join(' > ')}: the name of column "${column}" announces a ${shape}`];
}

function bySpelling({ path, spellings }: ColumnUse): readonly string[] {
  const shape = spellings.map(identifierShapeOf).find(isCertainIdentifier);
  return shape === undefined
    ? []
    : [`${path.join(' > ')}: a spelling written in the mapping looks like: ${shape ?? ''}`];
}

function byKey({ column, use, path }: ColumnUse, isKey: boolean): readonly string[] {
  return isKey && use !== 'KEY' && use !== 'EXCLUSION'
    ? [`${path.join(' > ')}: column "${column}" identifies an incident or person and may feed no field`]
    : [];
}
