import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';

import {
  OutcomesFilter,
  PeersOrder,
  PeersResult,
  PeriodInput,
  RateMeasure,
  Widening,
} from '../../../schema/graphql/index.js';
import { answerPeers } from '../../flow/index.js';
import type { Context } from '../context.js';
import { questionFrom } from '../outcomes-args.js';
import { ratesAsked } from '../rates-asked.js';
import { peersOnWire } from '../studies-wire.js';

@ArgsType()
class PeersArgs {
  @Field(() => RateMeasure, { description: 'The rate.' })
  measure!: string;

  @Field(() => OutcomesFilter, { nullable: true, description: 'Which encounters to count; all when absent.' })
  where?: OutcomesFilter | null;

  @Field(() => PeriodInput, { nullable: true, description: 'Closed periods to count; every released one when absent.' })
  period?: PeriodInput | null;

  @Field(() => Widening, {
    defaultValue: 'ADDITIVE',
    description: 'How limits are widened where agencies vary by more than chance.',
  })
  widening!: 'ADDITIVE' | 'MULTIPLICATIVE';

  @Field(() => PeersOrder, { defaultValue: 'LABEL', description: 'The order of points.' })
  order!: 'LABEL' | 'SIZE';

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Give a funnel also where agencies declared to count different things, and say so. Without it such a one is refused.',
  })
  evenIfNotComparable!: boolean;

  @Field(() => ID, { nullable: true, description: 'The release to ask; the latest when absent.' })
  release?: string | null;
}

@Resolver()
export class PeersResolver {
  @Query(() => PeersResult, {
    description:
      'A funnel plot of one rate: each agency you may see, areas for the others, and the limits chance would keep them ' +
      'in. Your own agency is marked, and nobody is ranked.',
  })
  async peers(
    @Args(() => PeersArgs) { measure, widening, order, evenIfNotComparable, ...args }: PeersArgs,
    @Ctx() { asker, house }: Context,
  ): Promise<object> {
    const question = questionFrom({ ...args, by: [] }, ratesAsked([measure]));
    const answer = await answerPeers({ question, widening, order, evenIfNotComparable }, asker, house);
    const as = { field: 'peers', widening, order, evenIfNotComparable } as const;
    return peersOnWire(answer, { as, measures: question.measures });
  }
}
