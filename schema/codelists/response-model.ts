import type { Code, Codelist } from './codelist.js';

const models: readonly Code[] = [
  {
    code: 'STANDARD_PATROL',
    label: 'Standard patrol',
    definition: 'Patrol officers without a specialised crisis unit. The comparator of every contrast.',
  },
  {
    code: 'CIT',
    label: 'CIT',
    definition: 'An officer trained in the Crisis Intervention Team model; a mental-health professional can be called.',
  },
  {
    code: 'CO_RESPONDER',
    label: 'Co-responder',
    definition: 'A police officer and a licensed clinician answer the call together.',
  },
  {
    code: 'MOBILE_CRISIS',
    label: 'Mobile crisis',
    definition: 'A crisis unit with clinicians, with or without police, often around the clock.',
  },
  {
    code: 'DISPATCH_CONSULT',
    label: 'Dispatch consult',
    definition: 'Mental-health assessment built into dispatch: a clinician is consulted before anyone arrives.',
  },
];

/** The response sent. The default contrast: intention to treat. */
export const responseModel: Codelist = {
  code: 'RESPONSE_MODEL',
  label: 'Response model dispatched',
  definition: 'The kind of response dispatched to the encounter, whoever arrived in the end (intention to treat).',
  source: 'Headwaters common encounter; PERF/CSG police-mental health collaboration framework',
  codes: models,
};

/** The response that reached the scene. As treated. */
export const responseArrived: Codelist = {
  code: 'RESPONSE_ARRIVED',
  label: 'Response model arrived',
  definition: 'The kind of response that reached the scene (as treated); compare with the model dispatched.',
  source: 'Headwaters common encounter; Seattle Police crisis template (requested, dispatched, arrived)',
  codes: [
    ...models,
    {
      code: 'NONE_ARRIVED',
      label: 'Nobody arrived',
      definition: 'No unit reached the scene, or the call was settled by telephone.',
    },
  ],
};
