import type { AdjustedQuestion, Refused } from '../../table/index.js';

import type { ComparisonTable, OutcomesTable } from './outcomes-answer.js';
import type { Put } from './put.js';
import type { ReleaseScene } from './scene.js';

export type AnyTable = OutcomesTable | ComparisonTable;

/** A way of asking one release: how any question is put in it. */
export interface Way {
  readonly scene: ReleaseScene;
  /** Every table the answer is made of; or why there is none. */
  readonly putsOf: (question: AdjustedQuestion) => readonly Put<AnyTable>[] | Refused;
  /** The one agency that may be asked about in this way; null where others may. */
  readonly ownAgency: string | null;
  /** Whether a question can be asked in this way at all: a trend has a time axis. */
  readonly isAskable: (question: AdjustedQuestion) => boolean;
}

/** A way in which one table is the answer. */
export interface WayOfOne<Table extends AnyTable> extends Way {
  readonly putOf: (question: AdjustedQuestion) => Put<Table> | Refused;
}

/** A question and the way it is asked in. */
export interface AskedIn {
  readonly question: AdjustedQuestion;
  readonly way: Way;
}

export function wayOfOne<Table extends AnyTable>({
  scene,
  putOf,
  ownAgency = null,
  isAskable = () => true,
}: Pick<WayOfOne<Table>, 'scene' | 'putOf'> & Partial<Pick<Way, 'ownAgency' | 'isAskable'>>): WayOfOne<Table> {
  const putsOf: Way['putsOf'] = (question) => {
    const put = putOf(question);
    return 'reason' in put ? put : [put];
  };
  return { scene, putOf, putsOf, ownAgency, isAskable };
}
