import type { Codelist } from './codelist.js';
import { yesNo } from './yes-no.js';

export const callType: Codelist = {
  code: 'CALL_TYPE',
  label: 'Call type',
  definition: 'What the call was about when it was first classified, before anyone arrived. One type per encounter.',
  source: 'APCO ANS 2.103 incident types, grouped for behavioural-health crisis',
  codes: [
    {
      code: 'SUICIDE',
      label: 'Suicide threat or attempt',
      definition: 'Threatened, attempted or feared suicide or self-harm.',
    },
    {
      code: 'PSYCHOSIS',
      label: 'Psychosis or altered state',
      definition: 'Disorganised, psychotic or otherwise altered mental state.',
    },
    {
      code: 'EMOTIONAL_DISTRESS',
      label: 'Emotional distress',
      definition: 'Acute distress, depression, anxiety, trauma or grief without the above.',
    },
    {
      code: 'WELFARE_CHECK',
      label: 'Welfare check',
      definition: 'Concern for a person who may need help, a missing person included.',
    },
    {
      code: 'DISTURBANCE',
      label: 'Disturbance',
      definition: 'Disorderly or agitated behaviour, trespass, or a quarrel.',
    },
    {
      code: 'VIOLENCE_OR_WEAPON',
      label: 'Violence or weapon',
      definition: 'Violence, a threat of violence, or a weapon reported.',
    },
    { code: 'SUBSTANCE_USE', label: 'Substance use', definition: 'Intoxication, withdrawal or overdose.' },
    { code: 'OTHER_CALL', label: 'Other', definition: 'A behavioural-health call that is none of the above.' },
  ],
};

export const callSource: Codelist = {
  code: 'CALL_SOURCE',
  label: 'Call source',
  definition: 'How the encounter came to the responders.',
  source: 'Seattle Police call data; SAMHSA 988 transfer guidance',
  codes: [
    { code: 'EMERGENCY_911', label: '911', definition: 'A call to 911 or the agency’s emergency line.' },
    {
      code: 'LINE_988',
      label: '988 transfer',
      definition: 'Transferred from the 988 Suicide and Crisis Lifeline or a local crisis line.',
    },
    { code: 'OFFICER_INITIATED', label: 'Officer initiated', definition: 'An officer came upon the person.' },
    { code: 'OFFICER_REQUEST', label: 'Officer request', definition: 'An officer at the scene asked for the team.' },
    {
      code: 'COMMUNITY_PARTNER',
      label: 'Community partner',
      definition: 'A hospital, school, shelter, provider or other partner asked.',
    },
    { code: 'OTHER_SOURCE', label: 'Other', definition: 'Walk-in, non-emergency line or any other way.' },
  ],
};

/** Hour each shift starts at, local time, in the order of the day. Before the first it is still night. */
export const SHIFT_STARTS = [
  { hour: 6, shift: 'DAY' },
  { hour: 14, shift: 'EVENING' },
  { hour: 22, shift: 'NIGHT' },
] as const;

export const shift: Codelist = {
  code: 'SHIFT',
  label: 'Shift',
  definition: 'Part of the day in which the call came, local time.',
  source: 'Headwaters common encounter',
  codes: [
    { code: 'DAY', label: 'Day', definition: 'From 06:00 until 14:00.' },
    { code: 'EVENING', label: 'Evening', definition: 'From 14:00 until 22:00.' },
    { code: 'NIGHT', label: 'Night', definition: 'From 22:00 until 06:00.' },
  ],
};

export const weekend: Codelist = {
  code: 'WEEKEND',
  label: 'Weekend',
  definition: 'Whether the call came on a Saturday or Sunday, local time.',
  source: 'Headwaters common encounter',
  codes: yesNo({ yes: 'Saturday or Sunday.', no: 'Monday to Friday.' }),
};
