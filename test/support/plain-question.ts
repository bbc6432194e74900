import type { OutcomesQuestion } from '../../server/table/index.js';

/** Every encounter of the latest release, in one row, without a measure: what a test asks more of. */
export const plainQuestion: OutcomesQuestion = {
  releaseId: null,
  where: { nodes: {} },
  except: { nodes: {} },
  period: null,
  by: [],
  measures: [],
};
