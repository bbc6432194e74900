import { dimensionEnums } from '../../schema/graphql/index.js';

/** The arms a comparison has unless it says others: every program beside standard patrol. */
export const ResponseModel = dimensionEnums['RESPONSE_MODEL'] ?? String;
export const BASELINE = 'STANDARD_PATROL';
export const PROGRAM_MODELS = ['CIT', 'CO_RESPONDER', 'MOBILE_CRISIS', 'DISPATCH_CONSULT'];
