import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';

import { ComparisonResult } from '../../../schema/graphql/index.js';
import { answerComparison } from '../../flow/index.js';
import { ComparisonArgs, comparisonFrom } from '../comparison-args.js';
import type { Context } from '../context.js';
import { selectedMeasures } from '../selected-measures.js';
import { comparisonOnWire } from '../wire.js';

@Resolver()
export class ComparisonResolver {
  @Query(() => ComparisonResult, {
    description:
      'Each arm against a baseline: rate, difference and ratio, crude and within strata, all from displayed counts.',
  })
  async compare(
    @Args(() => ComparisonArgs) args: ComparisonArgs,
    @Ctx() { asker, house }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const asked = comparisonFrom(args, selectedMeasures(info, 'arms'));
    return comparisonOnWire(await answerComparison(asked, asker, house), asked);
  }
}
