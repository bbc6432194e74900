import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';

import { OutcomesResult } from '../../../schema/graphql/index.js';
import { answerOutcomes, answerOwnOutcomes } from '../../flow/index.js';
import type { Context } from '../context.js';
import { OutcomesArgs, questionFrom } from '../outcomes-args.js';
import { selectedMeasures } from '../selected-measures.js';
import { outcomesOnWire } from '../wire.js';

@Resolver()
export class OutcomesResolver {
  @Query(() => OutcomesResult, {
    description: 'Count encounters and their outcomes by up to three dimensions, protected as your audience sees them.',
  })
  async outcomes(
    @Args(() => OutcomesArgs) args: OutcomesArgs,
    @Ctx() { asker, house }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return outcomesOnWire(await answerOutcomes(questionFrom(args, selectedMeasures(info, 'rows')), asker, house));
  }

  @Query(() => OutcomesResult, {
    description:
      'The same table of your own agency with exact counts, marked UNPROTECTED. For its analysts and stewards only.',
  })
  async ownOutcomes(
    @Args(() => OutcomesArgs) args: OutcomesArgs,
    @Ctx() { asker, house }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return outcomesOnWire(await answerOwnOutcomes(questionFrom(args, selectedMeasures(info, 'rows')), asker, house));
  }
}
