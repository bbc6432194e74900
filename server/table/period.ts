/** Length of one step on the time axis, from the finest up. YEARS is several calendar years together. */
export type TimeGrain = 'MONTH' | 'QUARTER' | 'YEAR' | 'YEARS';

/** How calendar years are put together: fixed spans that never overlap, so that a closed one is never drawn again. */
export interface YearSpans {
  /** Calendar years in a span. */
  readonly length: number;
  /** First year of one of the spans; the others follow from it. */
  readonly origin: number;
}

/**
 * The spans in force. Long enough to give a county of sixty encounters a year a hundred and eighty; never chosen by
 * looking at data. Part of the signed policy and of the lattice version. Source: docs/decisions/years-together.md.
 */
export const YEAR_SPANS: YearSpans = { length: 3, origin: 2023 };

/** First and last month of a closed range, both included: `2023-01` to `2025-12`. */
export interface MonthRange {
  readonly from: string;
  readonly through: string;
}

/** Every month of the range, in order. */
export function monthsOf({ from, through }: MonthRange): readonly string[] {
  const last = monthNumber(through);
  const months: string[] = [];
  for (let number = monthNumber(from); number <= last; number += 1) months.push(monthAt(number));
  return months;
}

/** `2024-03` -> `2024-Q1`. */
export function quarterOf(month: string): string {
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
}

/** `2024-03` -> `2024`. */
export function yearOf(month: string): string {
  return month.slice(0, 4);
}

/** The span a year is in: `2024` -> `2023-2025`. */
export function yearsOf(year: string, { length, origin }: YearSpans): string {
  const first = origin + Math.floor((Number(year) - origin) / length) * length;
  return `${first}-${first + length - 1}`;
}

/** `2023-2025` -> YEARS, `2024` -> YEAR, `2024-Q1` -> QUARTER, `2024-03` -> MONTH, anything else -> null. */
export function grainOf(node: string): TimeGrain | null {
  if (/^\d{4}-\d{4}$/.test(node) && node.slice(0, 4) < node.slice(5)) return 'YEARS';
  if (/^\d{4}$/.test(node)) return 'YEAR';
  if (/^\d{4}-Q[1-4]$/.test(node)) return 'QUARTER';
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(node)) return 'MONTH';
  return null;
}

/** The months a time node spans, whether or not they are closed. */
export function rangeOf(node: string): MonthRange {
  const year = node.slice(0, 4);
  const grain = grainOf(node);
  if (grain === 'YEARS') return { from: `${year}-01`, through: `${node.slice(5)}-12` };
  if (grain === 'YEAR') return { from: `${year}-01`, through: `${year}-12` };
  if (grain === 'MONTH') return { from: node, through: node };
  const firstMonth = Number(node.slice(6)) * 3 - 2;
  return { from: `${year}-${twoDigits(firstMonth)}`, through: `${year}-${twoDigits(firstMonth + 2)}` };
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function monthAt(number: number): string {
  return `${Math.floor(number / 12)}-${twoDigits((number % 12) + 1)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
