import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, Info, Query, Resolver } from 'type-graphql';

import { dimensionOf } from '../../../schema/catalogue/index.js';
import { ComparisonResult, dimensionEnums } from '../../../schema/graphql/index.js';
import { answerComparison } from '../../flow/index.js';
import { AskerError } from '../../lib/index.js';
import type { Context } from '../context.js';
import { QuestionArgs, questionFrom } from '../outcomes-args.js';
import { selectedMeasures } from '../selected-measures.js';
import { comparisonOnWire } from '../wire.js';

const ResponseModel = dimensionEnums['RESPONSE_MODEL'] ?? String;
const PROGRAM_MODELS = ['CIT', 'CO_RESPONDER', 'MOBILE_CRISIS', 'DISPATCH_CONSULT'];

const LEAVES = new Set(dimensionOf('RESPONSE_MODEL').tree.leaves);

@ArgsType()
class ComparisonArgs extends QuestionArgs {
  @Field(() => ResponseModel, { defaultValue: 'STANDARD_PATROL', description: 'The response model to compare with.' })
  baseline!: string;

  @Field(() => [ResponseModel], { defaultValue: PROGRAM_MODELS, description: 'The response models to compare.' })
  arms!: string[];
}

@Resolver()
export class ComparisonResolver {
  @Query(() => ComparisonResult, {
    description: 'Each response model against a baseline: rate, difference and ratio, all from displayed counts.',
  })
  async compare(
    @Args(() => ComparisonArgs) { baseline, arms, ...args }: ComparisonArgs,
    @Ctx() { asker, house }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    if (selectsModel(args)) throw modelGivenTwice();
    for (const model of [baseline, ...arms]) if (!LEAVES.has(model)) throw headingAsArm(model);

    const question = questionFrom(args, selectedMeasures(info, 'arms'));
    return comparisonOnWire(await answerComparison({ question, baseline, arms }, asker, house));
  }
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
