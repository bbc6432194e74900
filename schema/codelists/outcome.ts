import type { Codelist } from './codelist.js';
import { yesNo } from './yes-no.js';

export const disposition: Codelist = {
  code: 'DISPOSITION',
  label: 'Disposition',
  definition:
    'How the encounter ended: one primary disposition. An involuntary or non-criminal hold is never an arrest.',
  source: 'Headwaters common encounter, after the Seattle Police and Lane County dispositions; APCO ANS 1.111',
  codes: [
    {
      code: 'IN_COMMUNITY',
      label: 'Remained in the community',
      definition: 'Settled where the person was, without transport, hold, citation or arrest.',
      parts: [
        {
          code: 'RESOLVED_ON_SCENE',
          label: 'Resolved on scene',
          definition: 'Settled at the scene or by telephone with no further service.',
        },
        {
          code: 'REFERRED',
          label: 'Referred',
          definition: 'Left in the community with a referral or a hand-over to a service or family.',
        },
      ],
    },
    {
      code: 'VOLUNTARY_TRANSPORT',
      label: 'Voluntary transport',
      definition: 'The person agreed to be taken to care.',
      parts: [
        {
          code: 'EMERGENCY_DEPARTMENT',
          label: 'Emergency department',
          definition: 'Taken to a hospital emergency department.',
        },
        {
          code: 'CRISIS_FACILITY',
          label: 'Crisis facility',
          definition: 'Taken to a crisis, sobering, detoxification or other behavioural-health facility.',
        },
      ],
    },
    {
      code: 'INVOLUNTARY_HOLD',
      label: 'Involuntary hold',
      definition: 'Detained for evaluation under the state’s civil commitment statute.',
    },
    { code: 'CITED', label: 'Cited', definition: 'Cited or summoned and released.' },
    { code: 'ARRESTED', label: 'Arrested', definition: 'Custodial arrest, on a new offence or a warrant.' },
    {
      code: 'DIVERTED',
      label: 'Diverted',
      definition: 'Handed to a diversion program in place of arrest or citation.',
    },
    { code: 'UNFOUNDED', label: 'Unfounded', definition: 'No crisis was found.' },
    { code: 'OTHER_DISPOSITION', label: 'Other', definition: 'A recorded ending that is none of the above.' },
  ],
};

export const arrestEligible: Codelist = {
  code: 'ARREST_ELIGIBLE',
  label: 'Arrestable',
  definition: 'Whether a chargeable offence existed, and what became of it.',
  source: 'Headwaters common encounter; PMHC outcome 3, jail diversion',
  codes: [
    {
      code: 'YES',
      label: 'Yes',
      definition: 'A chargeable offence existed.',
      parts: [
        {
          code: 'ELIGIBLE_ARRESTED',
          label: 'Arrested',
          definition: 'A chargeable offence existed and the person was arrested.',
        },
        {
          code: 'ELIGIBLE_NOT_ARRESTED',
          label: 'Not arrested',
          definition: 'A chargeable offence existed and the person was not arrested.',
        },
      ],
    },
    { code: 'NO', label: 'No', definition: 'No chargeable offence existed.' },
  ],
};

export const linkedToCare: Codelist = {
  code: 'LINKED_TO_CARE',
  label: 'Linked to care',
  definition: 'Whether the person reached a behavioural-health service within 7 days.',
  source: 'PMHC framework outcome 1',
  codes: yesNo({ yes: 'A service saw the person within 7 days.', no: 'No service saw the person within 7 days.' }),
};

export const followUp: Codelist = {
  code: 'FOLLOW_UP',
  label: 'Followed up',
  definition: 'Whether the program reached the person again within 72 hours.',
  source: 'OAR 309-072; Arizona 24-72 hour follow-up',
  codes: yesNo({ yes: 'Reached within 72 hours.', no: 'Not reached within 72 hours.' }),
};

export const repeat30: Codelist = {
  code: 'REPEAT_30',
  label: 'Repeat encounter within 30 days',
  definition: 'Whether the person had another crisis encounter with the same agency within the next 30 days.',
  source: 'PMHC framework outcome 2',
  codes: yesNo({ yes: 'Another encounter within 30 days.', no: 'No other encounter within 30 days.' }),
};
