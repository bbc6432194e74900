import type { Code, Codelist } from './codelist.js';

export const weapon: Codelist = {
  code: 'WEAPON',
  label: 'Weapon',
  definition: 'The most dangerous weapon the person had at the scene.',
  source: 'Seattle Police crisis template; NIBRS weapon types, grouped',
  codes: [
    { code: 'NO_WEAPON', label: 'None', definition: 'No weapon.' },
    {
      code: 'OTHER_WEAPON',
      label: 'Other weapon',
      definition: 'A knife, a blunt object or another weapon, not a firearm.',
    },
    { code: 'FIREARM_PRESENT', label: 'Firearm', definition: 'A firearm.' },
  ],
};

export const force: Codelist = {
  code: 'FORCE',
  label: 'Force used',
  definition:
    'The highest level of physical force any officer used on the person. Handcuffing alone and a show of force are none.',
  source: 'Justice Counts use-of-force definition; FBI National Use-of-Force Data Collection',
  codes: [
    { code: 'NO_FORCE', label: 'None', definition: 'No physical force beyond handcuffing.' },
    {
      code: 'ANY_FORCE',
      label: 'Any force',
      definition: 'Physical force of any level.',
      parts: [
        { code: 'CONTROL_HOLD', label: 'Control hold', definition: 'Hands-on control: holds, take-downs, strikes.' },
        {
          code: 'SERIOUS_FORCE',
          label: 'Serious force',
          definition: 'A less-lethal weapon or a firearm.',
          parts: [
            {
              code: 'LESS_LETHAL',
              label: 'Less-lethal weapon',
              definition: 'Conducted-energy weapon, spray, baton, impact projectile or canine.',
            },
            { code: 'FIREARM_USED', label: 'Firearm', definition: 'A firearm discharged at or towards the person.' },
          ],
        },
        {
          code: 'FORCE_UNSPECIFIED',
          label: 'Level not recorded',
          definition: 'Force was used; the source does not say of which level.',
        },
      ],
    },
  ],
};

function injuryCodes(party: string): readonly Code[] {
  return [
    { code: 'NOT_INJURED', label: 'Not injured', definition: `No injury to the ${party}.` },
    {
      code: 'INJURED',
      label: 'Injured',
      definition: `The ${party} was injured, whatever the cause.`,
      parts: [
        { code: 'MINOR_INJURY', label: 'Minor', definition: 'Treated at the scene or not at all.' },
        {
          code: 'SERIOUS_OR_FATAL_INJURY',
          label: 'Serious or fatal',
          definition: 'Serious bodily injury (18 USC 2246(4)) or death.',
        },
        {
          code: 'INJURY_UNSPECIFIED',
          label: 'Severity not recorded',
          definition: 'Injured; the source does not say how badly.',
        },
      ],
    },
  ];
}

export const subjectInjury: Codelist = {
  code: 'SUBJECT_INJURY',
  label: 'Injury to the person',
  definition: 'The worst injury the person in crisis suffered during the encounter, from any cause.',
  source: 'NIBRS injury types, grouped; SAMHSA SMA-18-5065',
  codes: injuryCodes('person'),
};

export const officerInjury: Codelist = {
  code: 'OFFICER_INJURY',
  label: 'Injury to a responder',
  definition: 'The worst injury an officer or clinician suffered during the encounter.',
  source: 'NIBRS injury types, grouped; SAMHSA SMA-18-5065',
  codes: injuryCodes('responder'),
};
