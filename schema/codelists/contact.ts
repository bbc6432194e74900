import type { Codelist } from './codelist.js';
import { yesNo } from './yes-no.js';

/** Decides the denominator: a dispatch that met nobody is in no rate of outcomes. */
export const engagement: Codelist = {
  code: 'ENGAGEMENT',
  label: 'Engagement',
  definition: 'Whether the responders met the person. Only engaged encounters enter a rate of outcomes.',
  source: 'Mobile Crisis Services of Lane County, end point of dispatch',
  codes: [
    {
      code: 'ENGAGED',
      label: 'Engaged',
      definition: 'The responders met the person and the person engaged with them.',
    },
    { code: 'REFUSED', label: 'Refused', definition: 'The person was found and declined to engage.' },
    {
      code: 'UNABLE_TO_LOCATE',
      label: 'Unable to locate',
      definition: 'The responders arrived and did not find the person.',
    },
    { code: 'CANCELLED', label: 'Cancelled', definition: 'The dispatch was called off before the responders arrived.' },
    {
      code: 'NO_CONTACT_FOR_SAFETY',
      label: 'No contact for safety',
      definition: 'The responders withdrew or stood off because contact was not safe.',
    },
  ],
};

export const policeOnScene: Codelist = {
  code: 'POLICE_ON_SCENE',
  label: 'Police on scene',
  definition: 'Whether a law-enforcement officer was at the scene.',
  source: 'SAMHSA National Behavioral Health Crisis Care Guidance 2025',
  codes: yesNo({ yes: 'At least one officer was at the scene.', no: 'No officer was at the scene.' }),
};

export const clinician: Codelist = {
  code: 'CLINICIAN',
  label: 'Clinician involvement',
  definition: 'Whether a mental-health clinician assessed the person, and how.',
  source: 'SAMHSA CIT: Methods for Using Data to Inform Practice (SMA-18-5065)',
  codes: [
    { code: 'NO_CLINICIAN', label: 'No clinician', definition: 'No clinician assessed the person.' },
    {
      code: 'ASSESSED',
      label: 'Assessed by a clinician',
      definition: 'A clinician assessed the person, in person or remotely.',
      parts: [
        {
          code: 'REMOTE',
          label: 'Telephone or telehealth',
          definition: 'A clinician assessed the person by telephone or video.',
        },
        { code: 'ON_SCENE', label: 'On scene', definition: 'A clinician assessed the person at the scene.' },
      ],
    },
  ],
};

export const consultedBeforeArrival: Codelist = {
  code: 'CONSULTED_BEFORE_ARRIVAL',
  label: 'Consulted before arrival',
  definition: 'Whether a clinician was consulted before the first unit arrived.',
  source: 'Arizona dispatch-consult practice',
  codes: yesNo({ yes: 'A clinician was consulted before arrival.', no: 'No clinician was consulted before arrival.' }),
};
