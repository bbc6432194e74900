import type { DefinitionPoint, DefinitionValue } from './definition-point.js';
import { dimensionOf } from './dimensions.js';
import { measures } from './measures.js';

const FIELD_GUIDE = 'Comparison rule 7 of the field guide';
const ofOutcomes = measures.filter(({ dimension }) => dimensionOf(dimension).isOutcome).map(({ code }) => code);
const everyMeasure = measures.map(({ code }) => code);

/** Every point of a definition an agency may declare. Adding one is adding an entry: the codebook publishes it. */
export const definitionPoints: readonly DefinitionPoint[] = [
  {
    code: 'ARREST_CITATIONS',
    label: 'Citations',
    definition: 'Are citations with release counted as arrests?',
    source: `${FIELD_GUIDE}; Justice Counts counts them, this catalogue does not`,
    measures: ['arrestRate', 'diversionRate'],
    dimensions: [],
    values: yesNo('Citations are arrests here.', 'Only custodial arrests are counted.'),
    difference: 'BREAKING',
  },
  {
    code: 'ARREST_WARRANTS',
    label: 'Warrant arrests',
    definition: 'Are arrests on a warrant issued before the encounter counted?',
    source: 'Field guide, measure M1w',
    measures: ['arrestRate', 'diversionRate'],
    dimensions: [],
    values: yesNo('Arrests on a warrant are counted.', 'Only arrests on a new offence are counted.'),
    difference: 'MAJOR',
  },
  {
    code: 'ARREST_ELIGIBILITY_JUDGE',
    label: 'Who judges eligibility',
    definition: 'Who decides that a chargeable offence existed?',
    source: 'Field guide, measure M3; RCW 36.28A.440',
    measures: ['diversionRate'],
    dimensions: [],
    values: [
      value('OFFICER', 'Officer', 'The officer at the scene.'),
      value('REVIEWER', 'Reviewer', 'A supervisor, prosecutor or analyst, afterwards.'),
    ],
    difference: 'MAJOR',
  },
  {
    code: 'FORCE_THRESHOLD',
    label: 'Force from which level',
    definition: 'What is the least that is written down as force?',
    source: `${FIELD_GUIDE}; levels of the California stop-data rules and Seattle Police policy 8.050`,
    measures: ['useOfForceRate'],
    dimensions: [],
    values: [
      value('RESTRAINT', 'Restraint', 'Handcuffing or restraint alone.'),
      value('SHOW_OF_FORCE', 'Show of force', 'Pointing a weapon, without touching anybody.'),
      value('PHYSICAL', 'Physical force', 'Holds, strikes and takedowns, as this catalogue counts.'),
      value('LESS_LETHAL', 'Less-lethal weapons', 'Less-lethal weapons and firearms only.'),
    ],
    difference: 'BREAKING',
  },
  {
    code: 'FORCE_POLICY',
    label: 'Force policy',
    definition: 'Which policy says what force is and when it is reported? Its name and number.',
    source: `${FIELD_GUIDE}; field guide, measure M4`,
    measures: ['useOfForceRate', 'seriousForceRate'],
    dimensions: [],
    values: null,
    difference: 'MAJOR',
  },
  {
    code: 'INJURY_THRESHOLD',
    label: 'Injury from which degree',
    definition: 'What is the least that is written down as an injury?',
    source: 'NIBRS injury codes; field guide, measures M6 and M7',
    measures: ['subjectInjuryRate', 'officerInjuryRate'],
    dimensions: [],
    values: [
      value('COMPLAINT_OF_PAIN', 'Complaint of pain', 'A complaint is enough.'),
      value('VISIBLE', 'Visible injury', 'An injury somebody saw.'),
      value('TREATED', 'Treated injury', 'An injury that was treated.'),
    ],
    difference: 'BREAKING',
    nearer: [{ between: ['VISIBLE', 'TREATED'], difference: 'MAJOR' }],
  },
  {
    code: 'HOLD_STATUTE',
    label: 'Hold statute',
    definition: 'Under which law is a person held for evaluation?',
    source: `${FIELD_GUIDE}; state codes`,
    measures: ['involuntaryHoldRate'],
    dimensions: [],
    values: [
      statute('AK_AS_47_30_705', 'Alaska Statutes 47.30.705'),
      statute('AZ_ARS_36_524', 'Arizona Revised Statutes 36-524 and 36-525'),
      statute('CA_WIC_5150', 'California Welfare and Institutions Code 5150 and 5585'),
      statute('CO_CRS_27_65', 'Colorado Revised Statutes 27-65, form M-1'),
      statute('HI_HRS_334_59', 'Hawaii Revised Statutes 334-59'),
      statute('ID_IC_66_326', 'Idaho Code 66-326'),
      statute('MT_MCA_53_21_129', 'Montana Code 53-21-129'),
      statute('NM_NMSA_43_1_10', 'New Mexico Statutes 43-1-10'),
      statute('NV_NRS_433A_160', 'Nevada Revised Statutes 433A.160, Legal 2000'),
      statute('OR_ORS_426_228', 'Oregon Revised Statutes 426.228'),
      statute('UT_UCA_26B_5_331', 'Utah Code 26B-5-331'),
      statute('WA_RCW_71_05_153', 'Revised Code of Washington 71.05.153'),
      statute('WY_WS_25_10_109', 'Wyoming Statutes 25-10-109'),
      statute('TRIBAL_OR_OTHER', 'A tribal code or another law'),
    ],
    difference: 'MAJOR',
  },
  {
    code: 'LINKAGE_EVIDENCE',
    label: 'Evidence of a link',
    definition: 'What must be known before a person counts as linked to care?',
    source: 'Field guide, measures M12 and M12s',
    measures: ['linkageToCareRate'],
    dimensions: [],
    values: [
      value('SERVICE_SEEN', 'Service seen', 'A service saw the person, as this catalogue counts.'),
      value('HANDOFF', 'Warm handoff', 'A responder handed the person over.'),
      value('REFERRAL', 'Referral', 'A referral was made.'),
    ],
    difference: 'BREAKING',
    nearer: [{ between: ['SERVICE_SEEN', 'HANDOFF'], difference: 'MAJOR' }],
  },
  {
    code: 'FOLLOW_UP_WINDOW',
    label: 'Follow-up window',
    definition: 'Within which time is a contact a follow-up?',
    source: 'OAR 309-072; Arizona 24-72 hour follow-up; field guide, measure M13',
    measures: ['followUpRate'],
    dimensions: [],
    values: [
      value('HOURS_24', '24 hours', 'Within 24 hours.'),
      value('HOURS_72', '72 hours', 'Within 72 hours, as this catalogue counts.'),
      value('DAYS_7', '7 days', 'Within 7 days.'),
    ],
    difference: 'BREAKING',
  },
  {
    code: 'RESPONSE_CLOCK',
    label: 'Start of the clock',
    definition: 'From when is the response time counted?',
    source: 'SAMHSA National Guidelines; field guide, measure M15',
    measures: ['responseMinutes'],
    dimensions: [],
    values: [
      value('REQUEST', 'Request', 'From the call or request, as this catalogue counts.'),
      value('DISPATCH', 'Dispatch', 'From the dispatch of the unit.'),
    ],
    difference: 'BREAKING',
  },
  {
    code: 'ENGAGEMENT_FIELD',
    label: 'Engagement',
    definition: 'How is it known that somebody was met? It decides the denominator.',
    source: `${FIELD_GUIDE}; engagement field of Lane County’s mobile crisis file`,
    measures: ofOutcomes,
    dimensions: [],
    values: [
      value('RECORDED', 'Recorded', 'A field of its own says so.'),
      value('INFERRED', 'Inferred', 'From the disposition.'),
      value('NOT_KNOWN', 'Not known', 'Every dispatch counts as met.'),
    ],
    difference: 'MAJOR',
    nearer: [{ between: ['RECORDED', 'INFERRED'], difference: 'MINOR' }],
  },
  {
    code: 'DEMOGRAPHICS_BASIS',
    label: 'Basis of demographics',
    definition: 'Where do age, gender, race and the other facts about a person come from?',
    source: `${FIELD_GUIDE}; California stop data are perceived by law`,
    measures: everyMeasure,
    dimensions: ['AGE_BAND', 'GENDER', 'RACE_ETHNICITY', 'VETERAN', 'HOUSING'],
    values: [
      value('PERCEIVED', 'Perceived', 'What the responder perceived.'),
      value('SELF_REPORTED', 'Self-reported', 'What the person said.'),
      value('RECORD', 'Record', 'What an earlier record says.'),
    ],
    difference: 'MAJOR',
  },
];

const byCode = new Map(definitionPoints.map((point) => [point.code, point]));

/** The point of that code; undefined when there is none. */
export function definitionPointOf(code: string): DefinitionPoint | undefined {
  return byCode.get(code);
}

/** The points that change a measure in a table restricting these dimensions. */
export function pointsOf(
  measure: string,
  { dimensions }: { dimensions: readonly string[] },
): readonly DefinitionPoint[] {
  return definitionPoints.filter(
    (point) =>
      point.measures.includes(measure) &&
      (point.dimensions.length === 0 || point.dimensions.some((code) => dimensions.includes(code))),
  );
}

function value(code: string, label: string, definition: string): DefinitionValue {
  return { code, label, definition };
}

function statute(code: string, label: string): DefinitionValue {
  return value(code, label, `${label}.`);
}

function yesNo(yes: string, no: string): readonly DefinitionValue[] {
  return [value('YES', 'Yes', yes), value('NO', 'No', no)];
}
