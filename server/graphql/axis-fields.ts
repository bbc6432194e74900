import { dimensions } from '../../schema/catalogue/index.js';

/** Axis -> its field in groups; of a dimension, in filters too. */
export const FIELD_OF_AXIS: Readonly<Record<string, string>> = Object.fromEntries([
  ...dimensions.map(({ code, field }) => [code, field] as const),
  ...['AGENCY', 'COUNTY', 'STATE', 'MONTH', 'QUARTER', 'YEAR', 'YEARS'].map(
    (axis) => [axis, axis.toLowerCase()] as const,
  ),
  ['PEER_GROUP', 'peerGroup'],
]);

/** Field of a filter -> the places it names in a question. */
export const PLACES = { agency: 'agencies', county: 'counties', state: 'states', peerGroup: 'peerGroups' } as const;
