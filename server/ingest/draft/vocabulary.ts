import { dimensions } from '../../../schema/catalogue/index.js';
import { foldColumn, foldValue } from '../fold.js';

/** Words in a column's name by which a field is guessed. Earlier entries win. */
const names: readonly { readonly field: string; readonly words: RegExp }[] = [
  { field: 'VETERAN', words: /veteran|military/ },
  { field: 'OFFICER_INJURY', words: /(officer|staff|deputy|responder).*injur/ },
  { field: 'SUBJECT_INJURY', words: /injur/ },
  { field: 'FORCE', words: /force/ },
  { field: 'WEAPON', words: /weapon/ },
  { field: 'ENGAGEMENT', words: /end ?point|engagement$|contact (made|outcome)/ },
  { field: 'DISPOSITION', words: /dispo|outcome|cleared/ },
  { field: 'CALL_TYPE', words: /(initial )?call type|nature|reason|problem|incident type|call category/ },
  { field: 'CALL_SOURCE', words: /source|how received|origin/ },
  { field: 'RESPONSE_ARRIVED', words: /arrived$/ },
  { field: 'RESPONSE_MODEL', words: /(cit|team|unit).*(dispatched|type)|response (model|type)/ },
  { field: 'POLICE_ON_SCENE', words: /(police|law enforcement|le) on scene/ },
  { field: 'CLINICIAN', words: /clinician|mental health professional|mhp/ },
  { field: 'RACE_ETHNICITY', words: /^(?!officer).*(race|ethnic)/ },
  { field: 'GENDER', words: /^(?!officer).*(gender|sex)$/ },
  { field: 'AGE_BAND', words: /^(?!officer).*\bage\b/ },
  { field: 'HOUSING', words: /housing|homeless|unhoused/ },
  { field: 'FOLLOW_UP', words: /follow ?up/ },
];

/** Words in a value by which a code is guessed. */
const meanings: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  DISPOSITION: [
    [/\barrest/, 'ARRESTED'],
    [/involuntary|\bita\b|emergent detention|\bhold\b|5150/, 'INVOLUNTARY_HOLD'],
    [/cited|citation|summons/, 'CITED'],
    [/emergency dep|hospital|\ber\b/, 'EMERGENCY_DEPARTMENT'],
    [/detox|sobering|crisis (facility|center)|respite|voluntary comm/, 'CRISIS_FACILITY'],
    [/refer|notified/, 'REFERRED'],
    [/remained|resolved|no action/, 'RESOLVED_ON_SCENE'],
    [/unfounded/, 'UNFOUNDED'],
  ],
  ENGAGEMENT: [
    [/unable to locate|unable to contact/, 'UNABLE_TO_LOCATE'],
    [/refus|declin/, 'REFUSED'],
    [/cancel/, 'CANCELLED'],
    [/safety/, 'NO_CONTACT_FOR_SAFETY'],
    [/engaged/, 'ENGAGED'],
  ],
  CALL_TYPE: [
    [/suicid/, 'SUICIDE'],
    [/welfare/, 'WELFARE_CHECK'],
    [/weap|aslt|assault|harm/, 'VIOLENCE_OR_WEAPON'],
    [/paranoi|psycho|disorgani/, 'PSYCHOSIS'],
    [/narcotic|overdose|substance|intox/, 'SUBSTANCE_USE'],
    [/disturb|trespass|agitat|^dist\b/, 'DISTURBANCE'],
    [/crisis|trauma|distress/, 'EMOTIONAL_DISTRESS'],
  ],
  CALL_SOURCE: [
    [/^911$/, 'EMERGENCY_911'],
    [/988/, 'LINE_988'],
    [/on ?view|officer initiated/, 'OFFICER_INITIATED'],
  ],
  GENDER: [
    [/^(f|female|woman)$/, 'FEMALE'],
    [/^(m|male|man)$/, 'MALE'],
    [/^(x|non.?binary)$/, 'ANOTHER_GENDER'],
  ],
  RACE_ETHNICITY: [
    [/white/, 'WHITE'],
    [/black|african/, 'BLACK_OR_AFRICAN_AMERICAN'],
    [/hispanic|latin/, 'HISPANIC_OR_LATINO'],
    [/hawaiian|pacific/, 'NATIVE_HAWAIIAN_OR_PACIFIC_ISLANDER'],
    [/indian|native|alaska/, 'AMERICAN_INDIAN_OR_ALASKA_NATIVE'],
    [/asian/, 'ASIAN'],
    [/two or more|multi/, 'MULTIRACIAL'],
  ],
  FORCE: [
    [/^(n|no|none)$/, 'NO_FORCE'],
    [/^(y|yes)$/, 'FORCE_UNSPECIFIED'],
  ],
};

export function fieldGuessOf(columnName: string): string | null {
  const words = foldColumn(columnName);
  return names.find(({ words: pattern }) => pattern.test(words))?.field ?? null;
}

export function isKeyName(columnName: string): boolean {
  return /^(id|(incident|event|case|report|template|call|cad|record)( (id|no|nr|num|number|key))?)$/.test(
    foldColumn(columnName),
  );
}

/** Whether a column may be the incident number by its name, if its values differ enough. */
export function isKeyLikeName(columnName: string): boolean {
  return /(id|nr|no|nbr|num|number|key|ref|reference)$|incident|report|case/.test(foldColumn(columnName));
}

/** The code a value probably means, or null: then a person decides. */
export function codeGuessOf(field: string, value: string): string | null {
  const folded = foldValue(value);
  if (/^(unknown|unk|not known)$/.test(folded)) return 'UNKNOWN';
  const guess = meanings[field]?.find(([pattern]) => pattern.test(folded))?.[1];
  if (guess !== undefined) return guess;

  const nodes = dimensions.find(({ code }) => code === field)?.nodes.filter(({ isLeaf }) => isLeaf) ?? [];
  const isYesNo = nodes.some(({ code }) => code === 'YES');
  if (isYesNo && /^(y|yes|true|1)$/.test(folded)) return 'YES';
  if (isYesNo && /^(n|no|false|0)$/.test(folded)) return 'NO';
  return (
    nodes.find(({ code, label }) => [foldColumn(code), foldColumn(label)].includes(foldColumn(value)))?.code ?? null
  );
}
