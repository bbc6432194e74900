import type { Code, Codelist } from './codelist.js';

/** Lower edges of the fixed public bins, in minutes. The last bin is open. Source: disclosure policy, section 2.10. */
export const MINUTE_BIN_EDGES = [0, 15, 30, 60, 90, 120, 180, 240, 480] as const;

/** The bins in order, each from its edge to below the next one's. */
export const MINUTE_BINS: readonly { readonly from: number; readonly code: string }[] = MINUTE_BIN_EDGES.map(
  (from, index) => ({ from, code: `MINUTES_${from}_${MINUTE_BIN_EDGES[index + 1] ?? 'PLUS'}` }),
);

const bins: readonly Code[] = MINUTE_BINS.map(({ from, code }, index) => {
  const until = MINUTE_BIN_EDGES[index + 1];
  return until === undefined
    ? { code, label: `${from} or more`, definition: `At least ${from} minutes.` }
    : { code, label: `${from}-${until}`, definition: `From ${from} to under ${until} minutes.` };
});

export const responseMinutes: Codelist = {
  code: 'RESPONSE_MINUTES',
  label: 'Response minutes',
  definition: 'Minutes from the request to the first arrival of the responding unit, in fixed bins.',
  source: 'SAMHSA National Guidelines; bins fixed by the disclosure policy',
  codes: bins,
};

export const sceneMinutes: Codelist = {
  code: 'SCENE_MINUTES',
  label: 'Scene minutes',
  definition: 'Minutes from the first arrival to the last departure, in fixed bins.',
  source: 'CRISES framework; bins fixed by the disclosure policy',
  codes: bins,
};
