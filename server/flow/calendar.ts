/** The calendar month a number of months before an instant: `monthBefore(now, 0)` is the current one, `2026-11`. */
export function monthBefore(instant: Date, months: number): string {
  const first = new Date(Date.UTC(instant.getUTCFullYear(), instant.getUTCMonth() - months, 1));
  return first.toISOString().slice(0, 7);
}

/** Days after its end that a period must wait before it may be released. Source: disclosure policy, section 2.12. */
export const LAG_DAYS = 45;

const DAY_MS = 86_400_000;

/** The latest month that is closed: it ended at least the lag ago. */
export function lastClosedMonth(now: Date): string {
  return monthBefore(new Date(now.getTime() - LAG_DAYS * DAY_MS), 1);
}

/** The first day on which a month may be released: `2025-12` from `2026-02-15` on. */
export function closingDayOf(month: string): string {
  const next = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1));
  return new Date(next.getTime() + LAG_DAYS * DAY_MS).toISOString().slice(0, 10);
}

/** `2025-12` -> `2026-01`. */
export function monthAfter(month: string): string {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1)).toISOString().slice(0, 7);
}
