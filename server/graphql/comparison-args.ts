import { ArgsType, Field } from 'type-graphql';

import { dimensionOf } from '../../schema/catalogue/index.js';
import { dimensionEnums } from '../../schema/graphql/index.js';
import type { ComparisonQuestion } from '../flow/index.js';
import { AskerError } from '../lib/index.js';

import { QuestionArgs, questionFrom } from './outcomes-args.js';

export const ResponseModel = dimensionEnums['RESPONSE_MODEL'] ?? String;
export const BASELINE = 'STANDARD_PATROL';
export const PROGRAM_MODELS = ['CIT', 'CO_RESPONDER', 'MOBILE_CRISIS', 'DISPATCH_CONSULT'];

const LEAVES = new Set(dimensionOf('RESPONSE_MODEL').tree.leaves);

@ArgsType()
export class ComparisonArgs extends QuestionArgs {
  @Field(() => ResponseModel, { defaultValue: BASELINE, description: 'The response model to compare with.' })
  baseline!: string;

  @Field(() => [ResponseModel], { defaultValue: PROGRAM_MODELS, description: 'The response models to compare.' })
  arms!: string[];
}

/** The question of a comparison, in the house's own words. */
export function comparisonFrom(
  { baseline, arms, ...args }: QuestionArgs & { readonly baseline: string; readonly arms: readonly string[] },
  measures: readonly string[],
): ComparisonQuestion {
  if (selectsModel(args)) throw modelGivenTwice();
  for (const model of [baseline, ...arms]) if (!LEAVES.has(model)) throw headingAsArm(model);
  return { question: questionFrom(args, measures), baseline, arms };
}

function selectsModel({ where }: QuestionArgs): boolean {
  const given: Readonly<Record<string, unknown>> = { ...where };
  return Array.isArray(given['responseModel']);
}

function modelGivenTwice(): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    'Both `where.responseModel` and `arms` say which response models to count. A comparison takes them from `baseline` ' +
      'and `arms` alone. Leave `where.responseModel` out.',
  );
}

function headingAsArm(model: string): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    `${model} is a heading, not one response model. An arm or a baseline is a single model. Name its parts one by one; ` +
      '`codebook` lists them.',
  );
}
