import { Field, Float, ObjectType } from 'type-graphql';

import { ValueStatus } from '../enums.js';
import { IntervalEstimate } from '../estimate.type.js';

const wherever = '3 significant digits. Null without an estimate.';

@ObjectType({
  simpleResolvers: true,
  description:
    'One arm against the baseline adjusted for two dimensions at once. No table has arm, both and the outcome: a log-linear ' +
    'model without their joint interaction is fitted to displayed tables of three, of all arms. What it assumes is in the ' +
    'caveats. Intervals are 95 % and take sampling and protection noise in.',
})
export class FittedComparison {
  @Field(() => IntervalEstimate, { description: '`standardisedRate` minus `standardisedBaseline`.' })
  difference!: IntervalEstimate;

  @Field(() => IntervalEstimate, { description: '`standardisedRate` divided by `standardisedBaseline`.' })
  ratio!: IntervalEstimate;

  @Field(() => Float, {
    nullable: true,
    description: `The rate of the arm at the mix of encounters arm and baseline met together, from 0 to 1, ${wherever}`,
  })
  standardisedRate!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: `The rate of the baseline at the same mix, from 0 to 1, ${wherever}`,
  })
  standardisedBaseline!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Share of the known encounters of arm and baseline in combinations that both met, from 0 to 1: the estimate is of ' +
      `these. ${wherever}`,
  })
  overlap!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Share of suppressed counts among those of the arm, of the baseline and of all arms together, from 0 to 1; half the ' +
      'threshold stands for each. Above 0.1 there is no estimate. Null where a table may not be shown at all.',
  })
  suppressedShare!: number | null;

  @Field(() => ValueStatus, { description: 'SHOWN with an estimate; otherwise why there is none.' })
  status!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why there is no estimate and what to do; null when there is one.',
  })
  reason!: string | null;
}
