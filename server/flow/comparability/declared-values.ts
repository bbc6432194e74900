import type { Declaration } from '../../../schema/records/index.js';

/** The values of a point in some months, in order of time, each once; null where it was undeclared. */
export function declaredValues({
  point,
  months,
  declarations,
}: {
  point: string;
  months: readonly string[];
  /** Of one agency, newest first. */
  declarations: readonly Declaration[];
}): readonly (string | null)[] {
  const settling = declarations
    .filter(({ points }) => points.some((declared) => declared.point === point))
    .toSorted((one, other) => compareText(other.validFrom, one.validFrom));
  if (settling.length === 0) return months.length === 0 ? [] : [null];

  return [
    ...new Set(
      months.map((month) =>
        valueIn(
          settling.find(({ validFrom }) => validFrom <= month),
          point,
        ),
      ),
    ),
  ];
}

function valueIn(declaration: Declaration | undefined, point: string): string | null {
  return declaration?.points.find((declared) => declared.point === point)?.value ?? null;
}

function compareText(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
