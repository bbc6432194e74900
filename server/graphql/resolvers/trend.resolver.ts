import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';

import { PeriodInput, RateMeasure, TimeGrain, TrendResult } from '../../../schema/graphql/index.js';
import { answerTrend } from '../../flow/index.js';
import type { OutcomesQuestion } from '../../flow/index.js';
import type { Context } from '../context.js';
import { QuestionArgs, questionFrom } from '../outcomes-args.js';
import { ratesAsked } from '../rates-asked.js';
import { trendOnWire } from '../studies-wire.js';

@ArgsType()
class TrendArgs extends QuestionArgs {
  @Field(() => [RateMeasure], { description: 'The rates, a series of each.' })
  measures!: string[];

  @Field(() => TimeGrain, { defaultValue: 'QUARTER', description: 'Length of a period of the series.' })
  grain!: keyof typeof TimeGrain;

  @Field(() => PeriodInput, {
    nullable: true,
    description:
      'Periods that centre and limits are found from, such as those before a change; all that are shown when absent.',
  })
  baseline?: PeriodInput | null;
}

@Resolver()
export class TrendResolver {
  @Query(() => TrendResult, {
    description:
      'Rates over time, a series for each group in `by`: intervals, control limits, flagged points and the change per ' +
      'year, all from displayed counts.',
  })
  async trend(
    @Args(() => TrendArgs) { measures, grain, baseline, ...args }: TrendArgs,
    @Ctx() { asker, house }: Context,
  ): Promise<object> {
    const question = questionFrom(args, ratesAsked(measures));
    const asked = { question, grain, baseline: rangeFrom(baseline) };
    const as = { field: 'trend', baseline: asked.baseline } as const;
    return trendOnWire(await answerTrend(asked, asker, house), { as, measures: question.measures });
  }
}

function rangeFrom(period: PeriodInput | null | undefined): OutcomesQuestion['period'] {
  return period ? { from: period.from, to: period.to } : null;
}
