import type { Codelist } from './codelist.js';
import { yesNo } from './yes-no.js';

export const ageBand: Codelist = {
  code: 'AGE_BAND',
  label: 'Age band',
  definition: 'Age of the person in completed years, in bands; the age itself never travels.',
  source: 'Headwaters common encounter; HIPAA 45 CFR 164.514(b)',
  codes: [
    { code: 'UNDER_18', label: 'Under 18', definition: 'Younger than 18.' },
    { code: 'AGE_18_24', label: '18-24', definition: 'From 18 to 24.' },
    { code: 'AGE_25_34', label: '25-34', definition: 'From 25 to 34.' },
    { code: 'AGE_35_44', label: '35-44', definition: 'From 35 to 44.' },
    { code: 'AGE_45_54', label: '45-54', definition: 'From 45 to 54.' },
    { code: 'AGE_55_64', label: '55-64', definition: 'From 55 to 64.' },
    { code: 'AGE_65_AND_OVER', label: '65 and over', definition: '65 or older.' },
  ],
};

export const gender: Codelist = {
  code: 'GENDER',
  label: 'Gender',
  definition: 'Gender as recorded, perceived or reported by the person.',
  source: 'Justice Counts; NIBRS',
  codes: [
    { code: 'FEMALE', label: 'Female', definition: 'Recorded as female.' },
    { code: 'MALE', label: 'Male', definition: 'Recorded as male.' },
    { code: 'ANOTHER_GENDER', label: 'Another gender', definition: 'Recorded as non-binary, X or another gender.' },
  ],
};

export const raceEthnicity: Codelist = {
  code: 'RACE_ETHNICITY',
  label: 'Race and ethnicity',
  definition: 'The combined race and ethnicity question; more than one answer is MULTIRACIAL.',
  source: 'OMB Statistical Policy Directive No. 15 (2024), combined question',
  codes: [
    {
      code: 'AMERICAN_INDIAN_OR_ALASKA_NATIVE',
      label: 'American Indian or Alaska Native',
      definition: 'American Indian or Alaska Native alone.',
    },
    { code: 'ASIAN', label: 'Asian', definition: 'Asian alone.' },
    {
      code: 'BLACK_OR_AFRICAN_AMERICAN',
      label: 'Black or African American',
      definition: 'Black or African American alone.',
    },
    { code: 'HISPANIC_OR_LATINO', label: 'Hispanic or Latino', definition: 'Hispanic or Latino alone.' },
    {
      code: 'MIDDLE_EASTERN_OR_NORTH_AFRICAN',
      label: 'Middle Eastern or North African',
      definition: 'Middle Eastern or North African alone.',
    },
    {
      code: 'NATIVE_HAWAIIAN_OR_PACIFIC_ISLANDER',
      label: 'Native Hawaiian or Pacific Islander',
      definition: 'Native Hawaiian or Pacific Islander alone.',
    },
    { code: 'WHITE', label: 'White', definition: 'White alone.' },
    { code: 'MULTIRACIAL', label: 'Multiracial or multi-ethnic', definition: 'Two or more of the above.' },
    { code: 'OTHER_RACE', label: 'Other', definition: 'A recorded answer that is none of the above.' },
  ],
};

export const veteran: Codelist = {
  code: 'VETERAN',
  label: 'Veteran',
  definition: 'Whether the person served in the armed forces.',
  source: 'SAMHSA CIT: Methods for Using Data to Inform Practice (SMA-18-5065)',
  codes: yesNo({ yes: 'The person is a veteran.', no: 'The person is not a veteran.' }),
};

export const housing: Codelist = {
  code: 'HOUSING',
  label: 'Housing',
  definition: 'Housing situation of the person at the time of the encounter.',
  source: 'HUD homeless definition, simplified',
  codes: [
    { code: 'HOUSED', label: 'Housed', definition: 'A home of their own or a stable shared one.' },
    {
      code: 'UNSTABLY_HOUSED',
      label: 'Unstably housed',
      definition: 'Staying with others, in a motel, or about to lose the home.',
    },
    { code: 'UNHOUSED', label: 'Unhoused', definition: 'In a shelter, a vehicle or outdoors.' },
  ],
};

export const priorContact: Codelist = {
  code: 'PRIOR_CONTACT',
  label: 'Prior contact',
  definition: 'The most recent earlier crisis encounter of the person with the same agency.',
  source: 'Headwaters common encounter',
  codes: [
    { code: 'NO_PRIOR_CONTACT', label: 'None', definition: 'No crisis encounter in the 365 days before.' },
    { code: 'WITHIN_30_DAYS', label: 'Within 30 days', definition: 'The last one was at most 30 days before.' },
    { code: 'WITHIN_90_DAYS', label: 'Within 90 days', definition: 'The last one was 31 to 90 days before.' },
    { code: 'WITHIN_365_DAYS', label: 'Within 365 days', definition: 'The last one was 91 to 365 days before.' },
  ],
};
