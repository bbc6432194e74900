import { definitionPointOf, measures } from '../../../schema/catalogue/index.js';
import type { DefinitionPoint } from '../../../schema/catalogue/index.js';
import type { DeclaredPoint, Declaration, TokenHolder } from '../../../schema/records/index.js';
import { mayDeclare } from '../../access/index.js';
import { AskerError } from '../../lib/index.js';

import { monthBefore } from '../calendar.js';
import type { House } from '../house.js';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
/** The name of an agency's own document: its policy number, for instance. */
const NAME = /^[\p{L}\p{N}](?:[\p{L}\p{N} ./-]{0,58}[\p{L}\p{N}.])?$/u;
const REASON_MAX = 500;

/** Write down what an agency's numbers of a measure mean from a month on. The history stays. */
export async function declareMeasure(
  declaration: Pick<Declaration, 'agencyId' | 'measure' | 'validFrom' | 'reason' | 'points'>,
  asker: TokenHolder,
  { store, clock }: House,
): Promise<Declaration> {
  const { agencyId, measure, validFrom, points } = declaration;
  if (!mayDeclare(asker, agencyId)) throw mayNotDeclare(agencyId);
  const now = clock.now();
  const reason = declaration.reason.trim();
  if (!measures.some(({ code }) => code === measure)) throw bad(`measure ${measure}`, 'one of the catalogue');
  if (!MONTH.test(validFrom) || validFrom > monthBefore(now, 0))
    throw bad(`first month "${validFrom}"`, 'a month such as 2024-07, not after the current one');
  if (reason === '' || reason.length > REASON_MAX) throw bad('reason', `1 to ${REASON_MAX} characters`);
  checkPoints(measure, points);

  return store.declarations.add({ ...declaration, reason, declaredAt: now, declaredBy: asker.id });
}

function checkPoints(measure: string, points: readonly DeclaredPoint[]): void {
  const codes = points.map(({ point }) => point);
  if (codes.length === 0) throw bad('list of points', 'at least one');
  if (new Set(codes).size < codes.length) throw bad('list of points', 'every point once');

  for (const { point, value } of points) {
    const known = definitionPointOf(point);
    if (known?.measures.includes(measure) !== true) throw bad(`point ${point}`, `one that changes ${measure}`);
    if (!isAllowed(known, value)) throw bad(`value "${value}" of ${point}`, allowedOf(known));
  }
}

function isAllowed({ values }: DefinitionPoint, value: string): boolean {
  return values === null ? NAME.test(value) : values.some(({ code }) => code === value);
}

function allowedOf({ values }: DefinitionPoint): string {
  return values === null
    ? 'the name and number of a document, at most 60 letters, digits, dots and hyphens'
    : `one of ${values.map(({ code }) => code).join(', ')}`;
}

function mayNotDeclare(agencyId: string): AskerError {
  return new AskerError(
    'FORBIDDEN',
    `This token may not say what the numbers of ${agencyId} mean. Only the agency's data steward may, who knows how they ` +
      'are made. Use the steward’s token.',
  );
}

function bad(given: string, limit: string): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    `The ${given} cannot be declared. It must be ${limit}. Mend it; \`codebook { measures { points } }\` has every point.`,
  );
}
