import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, Info, Query, Resolver } from 'type-graphql';

import { ComparisonResult, dimensionEnums } from '../../../schema/graphql/index.js';
import { answerComparison } from '../../flow/index.js';
import type { Context } from '../context.js';
import { OutcomesArgs, questionFrom } from '../outcomes-args.js';
import { selectedMeasures } from '../selected-measures.js';
import { comparisonOnWire } from '../wire.js';

const ResponseModel = dimensionEnums['RESPONSE_MODEL'] ?? String;
const PROGRAM_MODELS = ['CIT', 'CO_RESPONDER', 'MOBILE_CRISIS', 'DISPATCH_CONSULT'];

@ArgsType()
class ComparisonArgs extends OutcomesArgs {
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
    const question = questionFrom(args, selectedMeasures(info, 'arms'));
    return comparisonOnWire(await answerComparison({ question, baseline, arms }, asker, house));
  }
}
