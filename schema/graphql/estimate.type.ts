import { Field, Float, Int, ObjectType } from 'type-graphql';

import { ValueStatus } from './enums.js';

const outOfStatus = 'Null unless the status is SHOWN.';

@ObjectType({
  simpleResolvers: true,
  description:
    'A number of encounters. In a PROTECTED answer it is the true number and a small random one together, the same whenever ' +
    'the same encounters are counted; where several published counts make up the group, it is their sum. In `ownOutcomes` ' +
    'and `ownTableToShare` it is the exact number, marked UNPROTECTED.',
})
export class CountEstimate {
  @Field(() => Int, { nullable: true, description: `The displayed count. ${outOfStatus}` })
  value!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'What the shown parts of a custom grouping add up to, when some part is suppressed; else null.',
  })
  atLeast!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many published parts of a custom grouping are suppressed; else null.',
  })
  suppressedComponents!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Standard deviation of the noise in `value`, in encounters; 0 for exact counts. Null without a value.',
  })
  noiseSd!: number | null;

  @Field(() => ValueStatus, { description: 'Whether the value is given, and if not, why.' })
  status!: string;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'A number of persons met. In a PROTECTED answer it is the true number and a small random one of its own together, so it ' +
    'may be above that of the encounters where nearly everybody was met once.',
})
export class PersonsEstimate {
  @Field(() => Int, { nullable: true, description: `The displayed number of persons. ${outOfStatus}` })
  value!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Standard deviation of the noise in `value`, in persons; 0 for exact counts. Null without a value.',
  })
  noiseSd!: number | null;

  @Field(() => ValueStatus, {
    description:
      'Whether the value is given, and if not, why. NOT_COLLECTED: an agency of the row gives no person tokens, or years of ' +
      'one were revised unlike, so that nobody is known again from one to the other; ask by year then.',
  })
  status!: string;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'A proportion with its 95 % Wilson interval, computed from the displayed counts below and widened for their noise. ' +
    'Shown only when both those with the outcome and those without it reach the threshold.',
})
export class RateEstimate {
  @Field(() => Float, {
    nullable: true,
    description: `Numerator divided by denominator, from 0 to 1, 3 significant digits. ${outOfStatus}`,
  })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: `Lower end of the 95 % interval. ${outOfStatus}` })
  lower!: number | null;

  @Field(() => Float, { nullable: true, description: `Upper end of the 95 % interval. ${outOfStatus}` })
  upper!: number | null;

  @Field(() => Int, { nullable: true, description: `Displayed encounters with the outcome. ${outOfStatus}` })
  numerator!: number | null;

  @Field(() => Int, { nullable: true, description: 'Displayed encounters whose value is known. Null when suppressed.' })
  denominator!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Displayed encounters asked but not known; not in the denominator. Null when suppressed.',
  })
  unknown!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Displayed encounters of agencies that do not record it; not in the denominator. Null when suppressed.',
  })
  notCollected!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Displayed encounters that met nobody; not in the denominator. Null when suppressed, or where the notion is none.',
  })
  notEngaged!: number | null;

  @Field(() => ValueStatus, { description: 'Whether the rate is given, and if not, why.' })
  status!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A quantile of a duration, interpolated within fixed public bins.' })
export class Quantile {
  @Field(() => Float, {
    nullable: true,
    description: 'Minutes. Null when not shown, or when it lies in the open last bin.',
  })
  value!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Lower end of the 95 % interval, minutes; null as `value`, or below the first edge.',
  })
  lower!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Upper end of the 95 % interval, minutes; null as `value`, or beyond the last edge.',
  })
  upper!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Minutes it is at least, when it lies in the open last bin; else null.',
  })
  atLeast!: number | null;

  @Field(() => ValueStatus, { description: 'Whether the quantile is given, and if not, why.' })
  status!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Median and 90th percentile of a duration, from the displayed bins alone.',
})
export class QuantilesEstimate {
  @Field(() => Quantile, { description: 'Half of the encounters took at most this long.' })
  median!: Quantile;

  @Field(() => Quantile, { description: 'Nine in ten encounters took at most this long.' })
  p90!: Quantile;

  @Field(() => Int, { nullable: true, description: 'Displayed encounters with a known duration. Null below 30.' })
  count!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Displayed encounters whose duration is not known. Null when suppressed.',
  })
  unknown!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Displayed encounters of agencies that do not record it. Null when suppressed.',
  })
  notCollected!: number | null;

  @Field(() => ValueStatus, { description: 'The status of the median.' })
  status!: string;
}

@ObjectType({ simpleResolvers: true, description: 'One category of a distribution.' })
export class DistributionPart {
  @Field(() => String, { description: 'Code of the category, as in the codebook.' })
  code!: string;

  @Field(() => String, { description: 'Name of the category.' })
  label!: string;

  @Field(() => RateEstimate, { description: 'Its share of the encounters whose category is known.' })
  share!: RateEstimate;
}

@ObjectType({ simpleResolvers: true, description: 'How encounters spread over the categories of a dimension.' })
export class DistributionEstimate {
  @Field(() => [DistributionPart], { description: 'Every known category, in the order of the codebook.' })
  parts!: DistributionPart[];

  @Field(() => Int, {
    nullable: true,
    description: 'Displayed encounters whose category is not known. Null when suppressed.',
  })
  unknown!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Displayed encounters of agencies that do not record it. Null when suppressed.',
  })
  notCollected!: number | null;

  @Field(() => ValueStatus, { description: 'SHOWN when any share is.' })
  status!: string;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'A difference, a ratio or a standardised rate with its 95 % interval, computed from displayed counts. The interval is ' +
    'widened for their noise, so it covers chance and protection together.',
})
export class IntervalEstimate {
  @Field(() => Float, { nullable: true, description: `The estimate, 3 significant digits. ${outOfStatus}` })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: `Lower end of the 95 % interval. ${outOfStatus}` })
  lower!: number | null;

  @Field(() => Float, { nullable: true, description: `Upper end of the 95 % interval. ${outOfStatus}` })
  upper!: number | null;

  @Field(() => ValueStatus, { description: 'Whether the estimate is given, and if not, why.' })
  status!: string;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'Whether two arms can be told apart after sampling and protection noise together, judged by the ratio. Not ' +
    'distinguishable is not the same as equal: see `power`.',
})
export class Distinguishable {
  @Field(() => Boolean, {
    nullable: true,
    description: `True when the 95 % interval of the ratio excludes 1: this comparison judged alone. ${outOfStatus}`,
  })
  value!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True when it holds among all arms, groups and measures compared in this question: Holm’s adjustment keeps the chance ' +
      `of any false call at 5 %. ${outOfStatus}`,
  })
  amongAll!: boolean | null;

  @Field(() => Float, {
    nullable: true,
    description: `Two-sided probability of a ratio this far from 1 were there no difference, 3 significant digits. ${outOfStatus}`,
  })
  pValue!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: `The same after Holm’s adjustment for everything compared in this question, 3 significant digits. ${outOfStatus}`,
  })
  holmPValue!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The same after Benjamini and Hochberg’s adjustment, 3 significant digits: calling all below 0.05 different lets 5 % of such calls ' +
      `be false. ${outOfStatus}`,
  })
  benjaminiHochbergPValue!: number | null;

  @Field(() => ValueStatus, {
    description: 'Whether it can be said. NOT_APPLICABLE: the ratio is undefined, for an arm has no event.',
  })
  status!: string;
}
