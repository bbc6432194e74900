import { enumType } from './enum-type.js';

export const ValueStatus = enumType({
  name: 'ValueStatus',
  description: 'Why a value is there or not. A value is null unless its status is SHOWN.',
  values: {
    SHOWN: 'The value is given.',
    SUPPRESSED:
      'Withheld to protect people: too few, or too telling beside what else is shown. Never told apart from none.',
    NOT_APPLICABLE: 'Impossible by definition, so there is nothing to count.',
    NOT_COLLECTED: 'The agencies of the group do not record it; of persons, one of them or more does not.',
    NOT_PERMITTED:
      'The group is a single agency without an agreement that lets you see it, or an area of too few agencies to hide each of them.',
  },
});

export const StandardPopulation = enumType({
  name: 'StandardPopulation',
  description: 'Whose mix of strata standardised rates have.',
  values: {
    BASELINE_ARM:
      'The baseline arm’s: the rate an arm would have on the calls of the baseline. The baseline’s own is its crude rate over the strata used.',
    ALL_ENCOUNTERS:
      'All encounters the question keeps, whatever their arm and outcome: both rates on the calls of everybody.',
  },
});

export const Protection = enumType({
  name: 'Protection',
  description: 'Whether counts carry the noise of disclosure control.',
  values: {
    PROTECTED: 'Noise, threshold and lens have been applied. May be quoted.',
    UNPROTECTED: 'Exact counts of your own agency. Do not publish them or pass them on.',
  },
});

export const ContributorStatus = enumType({
  name: 'ContributorStatus',
  description: 'How much of the period asked about an agency reported.',
  values: {
    COMPLETE: 'Every month of the period.',
    PARTIAL: 'Some months of the period.',
    NOT_REPORTED: 'No month of the period: its encounters are missing from the table.',
  },
});

export const ParticipationMode = enumType({
  name: 'ParticipationMode',
  description: 'Where the rows of an agency are.',
  values: {
    CONTRIBUTED: 'Its anonymised encounters are in the regional store.',
    NODE: 'Its encounters stay at home, behind its own node.',
  },
});

export const RefusalReason = enumType({
  name: 'RefusalReason',
  description: 'Why a question is not answered. Decided from metadata alone, before any data is looked at.',
  values: {
    ORDER_NOT_ALLOWED: 'The table restricts more dimensions at once than your audience may see.',
    TIME_GRAIN_NOT_ALLOWED: 'The table needs shorter periods than your audience may see there.',
    AGENCY_LEVEL_NOT_ALLOWED: 'The table asks for single agencies, which your audience may not see.',
    NO_ROW_PERMITTED:
      'Every row is of agencies or areas your audience may not see. Said by `wouldAnswer`; `outcomes` and `compare` give the ' +
      'rows, each of them NOT_PERMITTED.',
    PERSONS_NOT_ADDITIVE: 'Persons are asked of groups made of several published cells, where they do not add up.',
    PERIOD_NOT_RELEASED: 'The period reaches beyond the closed periods of the release.',
    NOTHING_RELEASED: 'There is no release yet.',
    TOO_MANY_CELLS: 'The table is larger than one answer may be.',
    TOO_MANY_STRATA: 'The comparison is adjusted for more strata than the encounters could fill.',
    PEER_GROUP_MIXED: 'The table has peer groups beside other places, whose difference could be told.',
    NOT_OWN_AGENCY: 'Exact counts were asked of an agency that is not yours.',
    NOT_COMPARABLE:
      'Agencies behind the numbers declared to count different things, so they are not pooled unless you ask for it.',
    MEETS_SHARED_TABLE:
      'Your agency was given another exact table to hand on whose encounters overlap with this one, so that the two could be subtracted.',
    QUOTA_REACHED: 'You were answered as many different tables about the area as your audience may see of one release.',
    TOO_FEW_QUARTERS: 'Less than a year of closed quarters before or after the program began.',
    NO_COMPARISON_GROUP:
      'No agency without such a program that you may see, or area that hides its agencies, to compare with.',
  },
});

export const AskedField = enumType({
  name: 'AskedField',
  description: 'Which field of the API was asked.',
  values: {
    OUTCOMES: 'Protected outcomes; one of the two tables behind the reach of a program, too.',
    OWN_OUTCOMES: 'The exact outcomes of the asker’s own agency.',
    OWN_TABLE_TO_SHARE: 'An exact table of the asker’s own agency, to be handed on.',
    COMPARE: 'A comparison of arms with a baseline.',
    TREND: 'A rate over time.',
    PEERS: 'A funnel plot of agencies, or of areas that hide them.',
    IMPACT: 'One of the two tables behind the impact of a program: its agency, or those it is compared with.',
  },
});

export const ReplayVerdict = enumType({
  name: 'ReplayVerdict',
  description: 'What asking a question of the ledger again gave.',
  values: {
    SAME: 'The same numbers, to the last digit.',
    DIFFERENT: 'Other numbers. This must not be: tell whoever keeps the house.',
    RETIRED:
      'Nothing: its release no longer answers, because rows of it were erased by law or the secrets were changed.',
    OTHER_POLICY: 'Nothing: the rules of protection are others than then.',
    OVER_QUOTA: 'Nothing: it was refused for its asker’s quota.',
    NOT_COMPARED: 'Nothing: it was refused for what the agencies had declared by then.',
  },
});

export const LedgerAlertKind = enumType({
  name: 'LedgerAlertKind',
  description: 'Why what somebody asked is worth a look. None of them is proof of anything, and none stops an answer.',
  values: {
    COVERAGE: 'A large share of all the tables an audience can ask of a release was answered to one token.',
    SIBLING_WALK:
      'Filter after filter along one axis was asked, all else equal, where grouping by the axis has them all at once.',
    REFUSED_OFTEN:
      'Question after question was refused for its shape: somebody feels for the edge of what is answered.',
  },
});

export const ReleaseKind = enumType({
  name: 'ReleaseKind',
  description: 'What a release may change.',
  values: {
    ORDINARY: 'Adds the months closed since the release before, and touches nothing older.',
    REVISION:
      'Once a year: takes in corrections, late rows and erasures of older months too. Every block it touches is re-salted, so that no difference between two releases tells of one encounter.',
    ROTATION:
      'A revision under new secrets: every block is re-salted, and earlier releases no longer answer. Made on the machine of the house, never through the API.',
  },
});

export const ReleaseChangeKind = enumType({
  name: 'ReleaseChangeKind',
  description: 'What a draft does with months of an agency.',
  values: {
    ADDED: 'Closed since the release before, and published now.',
    REVISED: 'The year is published with other rows than before, and new noise.',
    ENTERED: 'Older months join the pools.',
    LEFT: 'Older months leave the pools.',
    WAITS:
      'Not in this release. `waitsFor` says for what: older months change at the yearly revision only, and enter or leave a pool that is shown only when a second agency does so with them.',
    SEALED: 'Changed, but the year was revised twice already and stays as it is.',
  },
});

export const ReleaseWait = enumType({
  name: 'ReleaseWait',
  description: 'What accepted months wait for.',
  values: {
    REVISION: 'The yearly revision, which takes them in.',
    ANOTHER_AGENCY:
      'A second agency that enters or leaves the same pools at the same revision: the difference one agency alone makes to a pool would be its own counts. A revision that would do nothing else is refused.',
  },
});

export const Audience = enumType({
  name: 'Audience',
  description: 'Who asks. Each audience sees the same noisy table through a lens of its own.',
  values: {
    PUBLIC: 'Anybody: coarse tables, counts rounded to 5.',
    ANALYST: 'An analyst of an agency: its own rows exactly, others protected.',
    STEWARD: 'The data steward of an agency: an analyst who also submits and accepts.',
    STATE_OFFICE: 'A state program office: finer tables of its own state.',
    RESEARCHER: 'A researcher under a data-use agreement: counties and larger areas.',
    OPERATOR: 'The regional operator: publishes releases, and sees counts as a researcher does.',
  },
});

export const SubmissionStatus = enumType({
  name: 'SubmissionStatus',
  description: 'Where a submission stands.',
  values: {
    RECEIVED: 'Here, and waiting for the steward.',
    ACCEPTED: 'May be released.',
    WITHDRAWN: 'Will not be released.',
  },
});

export const AgencyKind = enumType({
  name: 'AgencyKind',
  description: 'What sort of agency it is.',
  values: {
    MUNICIPAL_POLICE: 'A city or town police department.',
    SHERIFF: 'A county sheriff.',
    STATE_POLICE: 'A state police or highway patrol.',
    TRIBAL_POLICE: 'A tribal police department.',
    CAMPUS_POLICE: 'A campus police department.',
    BEHAVIORAL_HEALTH_PROVIDER: 'A behavioural-health provider that answers calls.',
  },
});

export const MeasureKind = enumType({
  name: 'MeasureKind',
  description: 'What a measure computes.',
  values: {
    RATE: 'A proportion: numerator among denominator.',
    QUANTILES: 'Median and 90th percentile of a duration.',
    DISTRIBUTION: 'The share of every category.',
  },
});

export const MeasureUnit = enumType({
  name: 'MeasureUnit',
  description: 'The unit of a value.',
  values: { PROPORTION: 'From 0 to 1.', MINUTES: 'Minutes.' },
});

export const Benefit = enumType({
  name: 'Benefit',
  description: 'The benefit claimed for collaboration, which a measure tests.',
  values: {
    IMPROVED_CRISIS_RESPONSE: 'A faster and more clinical response.',
    DE_ESCALATION: 'Less force and fewer injuries.',
    LESS_INCARCERATION: 'Fewer arrests and holds.',
    ONGOING_SUPPORT: 'More people linked to care, fewer returning.',
    BETTER_RESOURCE_ALLOCATION: 'Less time and fewer emergency departments.',
  },
});

export const LensName = enumType({
  name: 'LensName',
  description: 'How an audience sees the one noisy table: see `region { lenses }` for the limits of each.',
  values: {
    OWN: 'The exact counts of the own agency: its analysts and stewards, in `ownOutcomes` only.',
    PARTNER: 'Analysts and stewards looking at others.',
    STATE: 'A state program office looking at its own state alone.',
    RESEARCHER: 'Researchers, the operator, and a state office looking beyond its state.',
    PUBLIC: 'Anybody with a public token.',
  },
});

export const TimeGrain = enumType({
  name: 'TimeGrain',
  description: 'Length of one step on the time axis.',
  values: {
    MONTH: 'A calendar month.',
    QUARTER: 'Three months, from January.',
    YEAR: 'A calendar year.',
    YEARS:
      'Several calendar years together, such as 2023-2025: fixed spans that never overlap, as `region { yearSpans }` says.',
  },
});

export const Weekday = enumType({
  name: 'Weekday',
  description: 'A day of the week.',
  values: {
    MON: 'Monday.',
    TUE: 'Tuesday.',
    WED: 'Wednesday.',
    THU: 'Thursday.',
    FRI: 'Friday.',
    SAT: 'Saturday.',
    SUN: 'Sunday.',
  },
});

export const State = enumType({
  name: 'State',
  description: 'The Western states the region is made of, by USPS code.',
  values: {
    AK: 'Alaska',
    AZ: 'Arizona',
    CA: 'California',
    CO: 'Colorado',
    HI: 'Hawaii',
    ID: 'Idaho',
    MT: 'Montana',
    NM: 'New Mexico',
    NV: 'Nevada',
    OR: 'Oregon',
    UT: 'Utah',
    WA: 'Washington',
    WY: 'Wyoming',
  },
});
