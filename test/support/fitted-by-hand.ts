import { adjustedForSeveral, inputFrom } from '../../server/estimate/index.js';
import type { DisplayedSum } from '../../server/table/index.js';

/** A row of `outcomes`, as anybody may ask for it: categories by field, and a displayed count. */
export interface DisplayedRow {
  readonly group: Readonly<Record<string, string>>;
  readonly encounters: { readonly value: number | null };
}

/** Every table behind a comparison of arrests adjusted for call type and shift at once, as questions of `outcomes`. */
export const FITTED_TABLES = [
  ['RESPONSE_MODEL', 'CALL_TYPE', 'SHIFT'],
  ['RESPONSE_MODEL', 'CALL_TYPE'],
  ['RESPONSE_MODEL', 'SHIFT'],
  ['CALL_TYPE', 'SHIFT'],
].flatMap((by, at) =>
  (at === 0 ? [''] : ['disposition: [KNOWN]', 'disposition: [ARRESTED]']).map((where) => ({ by, where })),
);

/** Variance of the noise in one published count: public, as the policy says. */
const NOISE = 5;
const FIELDS = ['responseModel', 'callType', 'shift'] as const;
const UNKNOWN = ['UNKNOWN', 'NOT_COLLECTED'];

/** The model fitted by a reader who has nothing but displayed counts: of every arm, in the order of the codebook. */
export function fittedByHand(tables: readonly (readonly DisplayedRow[])[], threshold: number) {
  const [exposure = [], ...outcomes] = tables.map((rows) => new Map(rows.map((row) => [keyOf(row.group), row])));
  const codesOf = (field: string): readonly string[] => [
    ...new Set((tables[0] ?? []).map(({ group }) => group[field] ?? '')),
  ];
  const known = (field: string): readonly string[] => codesOf(field).filter((code) => !UNKNOWN.includes(code));
  const [calls, shifts] = [known('callType'), known('shift')];
  const sums = (table: typeof exposure, keys: readonly string[]) => keys.map((key) => sumOf(new Map(table).get(key)));
  const strata = (arm: string) => calls.flatMap((call) => shifts.map((shift) => [arm, call, shift].join(' ')));
  const arms = codesOf('responseModel').filter((arm) =>
    sums(exposure, strata(arm)).some(({ status }) => status === 'SHOWN'),
  );

  const margins = [
    { variables: [0, 1], keys: arms.flatMap((arm) => calls.map((call) => `${arm} ${call}`)) },
    { variables: [0, 2], keys: arms.flatMap((arm) => shifts.map((shift) => `${arm} ${shift}`)) },
    { variables: [1, 2], keys: calls.flatMap((call) => shifts.map((shift) => `${call} ${shift}`)) },
  ];
  const found = adjustedForSeveral({
    sizes: [calls.length, shifts.length],
    exposure: sums(exposure, arms.flatMap(strata)).map((sum) => inputFrom(sum, { threshold })),
    outcomes: margins.map(({ variables, keys }, at) => {
      const trials = sums(outcomes[2 * at] ?? [], keys).map((sum) => inputFrom(sum, { threshold }));
      const events = sums(outcomes[2 * at + 1] ?? [], keys);
      return { variables, trials, events: events.map((sum, cell) => inputFrom(sum, { threshold }, trials[cell])) };
    }),
  });
  return new Map(arms.slice(1).map((arm, index) => [arm, found[index] ?? null]));
}

function keyOf(group: DisplayedRow['group']): string {
  return FIELDS.flatMap((field) => group[field] ?? []).join(' ');
}

function sumOf(row: DisplayedRow | undefined): DisplayedSum {
  const value = row?.encounters.value ?? null;
  return value === null
    ? { status: 'SUPPRESSED', atLeast: 0, suppressedComponents: 1 }
    : { status: 'SHOWN', count: value, variance: NOISE, components: 1 };
}
