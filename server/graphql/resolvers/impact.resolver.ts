import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';

import { ComparisonScope, ImpactResult, OutcomesFilter, RateMeasure } from '../../../schema/graphql/index.js';
import { answerImpact } from '../../flow/index.js';
import type { Context } from '../context.js';
import { questionFrom } from '../outcomes-args.js';
import { ratesAsked } from '../rates-asked.js';
import { impactOnWire } from '../studies-wire.js';

@ArgsType()
class ImpactArgs {
  @Field(() => ID, { description: 'The program, as in `programs`.' })
  program!: string;

  @Field(() => [RateMeasure], { description: 'The rates, an effect on each.' })
  measures!: string[];

  @Field(() => OutcomesFilter, {
    nullable: true,
    description: 'Which encounters to count, of any property but the place: that is the program’s. All when absent.',
  })
  where?: OutcomesFilter | null;

  @Field(() => ComparisonScope, {
    defaultValue: 'REGION',
    description: 'Where the agencies it is compared with are looked for.',
  })
  comparison!: 'STATE' | 'REGION';

  @Field(() => ID, { nullable: true, description: 'The release to ask; the latest when absent.' })
  release?: string | null;
}

@Resolver()
export class ImpactResolver {
  @Query(() => ImpactResult, {
    description:
      'Before and after a program began: difference in differences against agencies of the same sort without such a ' +
      'program over the same quarters, an event study, and a look at whether both moved alike before.',
  })
  async impact(
    @Args(() => ImpactArgs) { program, measures, comparison, ...args }: ImpactArgs,
    @Ctx() { asker, house }: Context,
  ): Promise<object> {
    const question = questionFrom({ ...args, by: [] }, ratesAsked(measures));
    const answer = await answerImpact({ programId: program, question, within: comparison }, asker, house);
    return impactOnWire(answer, { as: { field: 'impact', program }, measures: question.measures });
  }
}
