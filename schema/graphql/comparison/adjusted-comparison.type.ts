import { Field, Float, Int, ObjectType } from 'type-graphql';

import { ValueStatus } from '../enums.js';
import { Distinguishable, IntervalEstimate } from '../estimate.type.js';

const whereUsed = 'Null where the stratum is dropped.';

@ObjectType({
  simpleResolvers: true,
  description:
    'Whether the strata share one ratio: Cochran’s test of the logarithms of their ratios, with the variance of sampling ' +
    'and of noise.',
})
export class Heterogeneity {
  @Field(() => Float, {
    nullable: true,
    description:
      'Cochran’s Q, 3 significant digits; near its degrees of freedom when strata agree. Null with fewer than two strata.',
  })
  q!: number | null;

  @Field(() => Int, { nullable: true, description: 'Strata used less one. Null with fewer than two strata.' })
  degreesOfFreedom!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Probability of a Q this large if all strata shared one ratio. Below 0.05 the caveats say so. Null with fewer than ' +
      'two strata.',
  })
  pValue!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'I-squared, from 0 to 1: the share of the spread between strata that chance and noise do not explain. Null with fewer ' +
      'than two strata.',
  })
  iSquared!: number | null;

  @Field(() => ValueStatus, { description: 'SHOWN with at least two strata used; otherwise why not.' })
  status!: string;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'One stratum. It is used only if all four of its counts are shown, and those with and without the outcome reach the ' +
    'threshold in both arms.',
})
export class StratumComparison {
  @Field(() => String, {
    description:
      'Category of the confounder; categories of several, separated by a space, in the order of `adjustFor`.',
  })
  code!: string;

  @Field(() => Int, { nullable: true, description: `Displayed encounters of the arm with the outcome. ${whereUsed}` })
  numerator!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `Displayed encounters of the arm whose value is known. ${whereUsed}`,
  })
  denominator!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `Displayed encounters of the baseline with the outcome. ${whereUsed}`,
  })
  baselineNumerator!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `Displayed encounters of the baseline whose value is known. ${whereUsed}`,
  })
  baselineDenominator!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `Displayed encounters of the standard: its share of them is the weight. ${whereUsed} Null too where it is suppressed.`,
  })
  standard!: number | null;

  @Field(() => IntervalEstimate, { description: 'Rate of the arm divided by that of the baseline in the stratum.' })
  ratio!: IntervalEstimate;

  @Field(() => ValueStatus, { description: 'SHOWN when the stratum is used; otherwise why it was dropped.' })
  status!: string;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'One arm against the baseline within strata of a confounder, from displayed counts alone; intervals are 95 % and take ' +
    'sampling and protection noise in. Adjusted for that confounder and for nothing else.',
})
export class AdjustedComparison {
  @Field(() => IntervalEstimate, {
    description: 'Rate minus baseline within strata: Mantel-Haenszel, with Sato’s variance.',
  })
  difference!: IntervalEstimate;

  @Field(() => IntervalEstimate, {
    description: 'Rate divided by baseline within strata: Mantel-Haenszel, with the variance of Greenland and Robins.',
  })
  ratio!: IntervalEstimate;

  @Field(() => IntervalEstimate, {
    description:
      'Odds divided by those of the baseline within strata: Mantel-Haenszel, with the variance of Robins, Breslow and Greenland.',
  })
  oddsRatio!: IntervalEstimate;

  @Field(() => Distinguishable, { description: 'Whether the adjusted ratio tells the arm from the baseline.' })
  distinguishable!: Distinguishable;

  @Field(() => Heterogeneity, { description: 'Whether the strata tell one story, so that one ratio sums them up.' })
  heterogeneity!: Heterogeneity;

  @Field(() => IntervalEstimate, {
    description:
      'The rate of the arm if it had the standard’s mix of strata, from 0 to 1; Wilson interval at the encounters its ' +
      'variance is worth.',
  })
  standardisedRate!: IntervalEstimate;

  @Field(() => IntervalEstimate, {
    description: 'The rate of the baseline if it had the standard’s mix of strata, from 0 to 1.',
  })
  standardisedBaseline!: IntervalEstimate;

  @Field(() => Float, {
    nullable: true,
    description:
      'Share of the arm’s encounters with a known value that lie in the strata used, from 0 to 1, 3 significant digits. Strata are ' +
      'dropped for having few with the outcome, so what is left leans towards those with more; below 0.8 the caveats say ' +
      'so, and below 0.7 nothing is pooled. Null where no stratum is shown.',
  })
  coverage!: number | null;

  @Field(() => Int, { description: 'How many strata the adjusted numbers are computed from.' })
  strataUsed!: number;

  @Field(() => Int, { description: 'How many strata are dropped; `strata` says why each.' })
  strataDropped!: number;

  @Field(() => [StratumComparison], { description: 'Every stratum, used or dropped, in the order of the codebook.' })
  strata!: StratumComparison[];

  @Field(() => ValueStatus, { description: 'SHOWN when any stratum is used; otherwise why none is.' })
  status!: string;
}
