import { Field, Float, Int, ObjectType } from 'type-graphql';

import { ValueStatus } from '../enums.js';

const unlessShown = 'Null unless the status is SHOWN.';

@ObjectType({
  simpleResolvers: true,
  description: 'The noise in the displayed counts of a rate: with the counts, all it takes to compute what is derived.',
})
export class RateNoise {
  @Field(() => Float, { description: 'Variance of the noise in the numerator.' })
  numeratorVariance!: number;

  @Field(() => Float, { description: 'Variance of the noise in the denominator.' })
  denominatorVariance!: number;

  @Field(() => Float, {
    description:
      'How many exact encounters the displayed ones are worth, 3 significant digits: intervals and limits are drawn at it.',
  })
  effectiveTrials!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: 'An estimate from displayed counts with its 95 % interval, or in words why there is none.',
})
export class DerivedEstimate {
  @Field(() => Float, { nullable: true, description: `The estimate, 3 significant digits. ${unlessShown}` })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: `Lower end of the 95 % interval. ${unlessShown}` })
  lower!: number | null;

  @Field(() => Float, { nullable: true, description: `Upper end of the 95 % interval. ${unlessShown}` })
  upper!: number | null;

  @Field(() => ValueStatus, { description: 'Whether the estimate is given, and if not, why.' })
  status!: string;

  @Field(() => String, { nullable: true, description: 'Why there is none and what to do; null when it is given.' })
  reason!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'A rate of displayed counts added up, with its 95 % Wilson interval at the effective number of encounters.',
})
export class SummedRate {
  @Field(() => Float, { nullable: true, description: `Numerator divided by denominator, from 0 to 1. ${unlessShown}` })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: `Lower end of the 95 % interval. ${unlessShown}` })
  lower!: number | null;

  @Field(() => Float, { nullable: true, description: `Upper end of the 95 % interval. ${unlessShown}` })
  upper!: number | null;

  @Field(() => Int, { nullable: true, description: `Displayed encounters with the outcome, added up. ${unlessShown}` })
  numerator!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `Displayed encounters whose value is known, added up. ${unlessShown}`,
  })
  denominator!: number | null;

  @Field(() => RateNoise, { nullable: true, description: `The noise in both. ${unlessShown}` })
  noise!: RateNoise | null;

  @Field(() => ValueStatus, { description: 'SUPPRESSED when any part is not shown.' })
  status!: string;
}
