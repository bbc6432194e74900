import { definitionPoints, dimensions } from '../catalogue/index.js';

import { enumType } from './enum-type.js';

/** One enum per dimension: its nodes, headings included. */
export const dimensionEnums: Readonly<Record<string, object>> = Object.fromEntries(
  dimensions.map(({ code, typeName, definition, source, nodes }) => [
    code,
    enumType({
      name: typeName,
      description: `${definition} Source: ${source}.`,
      values: Object.fromEntries(nodes.map((node) => [node.code, `${node.label}: ${node.definition}`])),
    }),
  ]),
);

/** Every dimension by its code. */
export const DimensionCode = enumType({
  name: 'Dimension',
  description: 'A coded property of an encounter; `codebook` has the codes of each.',
  values: Object.fromEntries(dimensions.map(({ code, label, definition }) => [code, `${label}. ${definition}`])),
});

/** What the arms of a comparison can be. Periods are none: before and after are not arms to compare. */
export const ArmsAxis = enumType({
  name: 'ArmsAxis',
  description: 'What the arms of a comparison are: categories of a dimension, places, or programs.',
  values: {
    ...Object.fromEntries(dimensions.map(({ code, label, definition }) => [code, `${label}. ${definition}`])),
    AGENCY: 'Agencies, by id; only those whose single-agency numbers you may see are shown.',
    COUNTY: 'Counties, such as WA/King.',
    STATE: 'States, by USPS code.',
    PROGRAM:
      'Programs of the registry, by id: the encounters of its agency with its response model, in the whole quarters it ran. The baseline is a response model, such as STANDARD_PATROL: the same agency’s encounters with that model in those quarters.',
  },
});

/** What a table can be laid out by. */
export const Axis = enumType({
  name: 'Axis',
  description: 'What a table can be laid out by: a dimension, a level of the geography, or a time grain.',
  values: {
    ...Object.fromEntries(dimensions.map(({ code, label, definition }) => [code, `${label}. ${definition}`])),
    AGENCY: 'One row per agency.',
    COUNTY: 'One row per county, such as WA/King.',
    STATE: 'One row per state.',
    PEER_GROUP: 'One row per peer group of the release. An agency without one is in no row. Not beside other places.',
    MONTH: 'One row per closed month.',
    QUARTER: 'One row per quarter.',
    YEAR: 'One row per year.',
    YEARS: 'One row per fixed span of years, such as 2023-2025: for places too small for a single year.',
  },
});

export const DefinitionPointCode = enumType({
  name: 'DefinitionPointCode',
  description:
    'A point of a definition that agencies are known to settle differently; `codebook` has what may be declared.',
  values: Object.fromEntries(definitionPoints.map(({ code, label, definition }) => [code, `${label}. ${definition}`])),
});
