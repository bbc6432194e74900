import { Field, Float, ObjectType } from 'type-graphql';

import { AdjustedComparison } from './adjusted-comparison.type.js';
import { FittedComparison } from './fitted-comparison.type.js';
import { ValueStatus } from '../enums.js';
import { Distinguishable, IntervalEstimate, RateEstimate } from '../estimate.type.js';

@ObjectType({
  simpleResolvers: true,
  description:
    'What the crude comparison could have seen: the smallest differences a two-sided 5 % test finds with 80 % power, at ' +
    'the numbers of encounters left after the protection noise. Read it before calling a comparison that found nothing a no.',
})
export class DetectableDifference {
  @Field(() => Float, {
    nullable: true,
    description:
      'Smallest decrease it could have seen, as a negative difference of proportions, 3 significant digits. Null without both rates, ' +
      'or where not even a rate of zero would have been told apart.',
  })
  decrease!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Smallest increase it could have seen, as a difference of proportions, 3 significant digits. Null without both rates, or where ' +
      'not even a rate of one would have been told apart.',
  })
  increase!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Exact encounters each of two equal arms would need to show the difference estimated, 80 times in 100. Null without ' +
      'both rates, or when they are equal.',
  })
  encountersNeeded!: number | null;

  @Field(() => ValueStatus, { description: 'Whether it can be said, and if not, why.' })
  status!: string;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'A rate of one arm against the same rate of the baseline. What stands here directly is crude, and not an effect; ' +
    '`adjusted` compares like with like.',
})
export class RateComparison {
  @Field(() => RateEstimate, { description: 'The rate of the arm.' })
  rate!: RateEstimate;

  @Field(() => RateEstimate, { description: 'The rate of the baseline in the same group.' })
  baseline!: RateEstimate;

  @Field(() => IntervalEstimate, {
    description: 'Rate minus baseline, with its Newcombe interval. Negative: less often than the baseline.',
  })
  difference!: IntervalEstimate;

  @Field(() => IntervalEstimate, {
    description: 'Rate divided by baseline, with its log-normal interval. Below 1: less often than the baseline.',
  })
  ratio!: IntervalEstimate;

  @Field(() => IntervalEstimate, {
    description:
      'Odds divided by the odds of the baseline, with its log-normal interval: to compare with published studies. Further ' +
      'from 1 than the ratio.',
  })
  oddsRatio!: IntervalEstimate;

  @Field(() => Distinguishable, { description: 'Whether the crude ratio tells the arm from the baseline.' })
  distinguishable!: Distinguishable;

  @Field(() => DetectableDifference, { description: 'The smallest differences the crude comparison could have seen.' })
  power!: DetectableDifference;

  @Field(() => AdjustedComparison, {
    nullable: true,
    description:
      'The comparison within strata. Null unless `adjustFor` names some; null too where it names two dimensions and the arms ' +
      'are of another: `fitted` has it then.',
  })
  adjusted!: AdjustedComparison | null;

  @Field(() => FittedComparison, {
    nullable: true,
    description:
      'The comparison adjusted for two dimensions at once. Null unless `adjustFor` names two and the arms are of another.',
  })
  fitted!: FittedComparison | null;
}
