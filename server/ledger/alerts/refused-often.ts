import type { RefusalReason } from '../../table/index.js';

import { REFUSED_PER_MINUTE_MAX } from './alert-limits.js';
import type { AskedQuestion, Suspicion } from './asked-question.js';
import { busiestWindow } from './busiest-window.js';

/** Refusals for the shape of a question: those of somebody who feels for the edge of what is answered. */
const FOR_ITS_SHAPE: ReadonlySet<string> = new Set<RefusalReason>([
  'AGENCY_LEVEL_NOT_ALLOWED',
  'MEETS_SHARED_TABLE',
  'ORDER_NOT_ALLOWED',
  'PEER_GROUP_MIXED',
  'PERIOD_NOT_RELEASED',
  'TIME_GRAIN_NOT_ALLOWED',
  'TOO_MANY_CELLS',
  'TOO_MANY_STRATA',
]);

/** The minute in which one asker was refused the most for what it asked, where that is more than by mistake. */
export function refusedOften(asked: readonly AskedQuestion[]): Suspicion | null {
  const refused = asked.filter(({ refusal }) => refusal !== null && FOR_ITS_SHAPE.has(refusal));
  const minute = busiestWindow(refused, { minutes: 1 });
  return minute.different > REFUSED_PER_MINUTE_MAX ? { asked: minute.asked, observed: minute.different } : null;
}
