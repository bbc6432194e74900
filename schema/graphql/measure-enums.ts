import { measures } from '../catalogue/index.js';

import { enumType } from './enum-type.js';

const described = measures.map(({ code, label, definition }) => [code, `${label}. ${definition}`] as const);

/** Every measure by its field in rows. */
export const MeasureCode = enumType({
  name: 'MeasureCode',
  description: 'A measure, by the name of its field in rows; `codebook` defines each.',
  values: Object.fromEntries(described),
});

/** What rows can be put in order by. A distribution has no single value. */
export const OutcomesOrderKey = enumType({
  name: 'OutcomesOrderKey',
  description: 'What rows are put in order by: the axes, or one value as it is displayed.',
  values: {
    AXES: 'The axes, as they are asked for: the first one first, its categories in the order of the codebook or the registry.',
    ENCOUNTERS: 'The displayed number of encounters.',
    ...Object.fromEntries(
      measures
        .filter(({ kind }) => kind !== 'DISTRIBUTION')
        .map(({ code, label, kind }) => [code, `${label}: the displayed ${kind === 'RATE' ? 'rate' : 'median'}.`]),
    ),
  },
});

export const OrderDirection = enumType({
  name: 'OrderDirection',
  description: 'Which end of the order comes first. A row without a displayed value is last either way.',
  values: {
    ASCENDING: 'The least first; the axes as they are asked for.',
    DESCENDING: 'The greatest first; the axes from their last category to their first.',
  },
});
