import type { OutcomesQuestion } from '../flow/index.js';

/** Field of a filter -> the values it keeps; null restricts nothing. */
export type PrintedFilter = Readonly<Record<string, readonly string[]>> | null;

/** A question by the arguments of a field. */
export interface PrintedQuestion extends Pick<OutcomesQuestion, 'by' | 'period' | 'releaseId' | 'measures'> {
  readonly persons: boolean;
  readonly where: PrintedFilter;
  readonly except: PrintedFilter;
  /** Null where a period is no argument of its own. */
  readonly grain: string | null;
  readonly adjustFor: readonly string[];
}
