import { Field, Int, ObjectType } from 'type-graphql';

import { RefusalReason } from './enums.js';
import { MeasureCode } from './measure-enums.js';
import { NEAREST, NearestQuestion, REMEDY } from './nearest.type.js';
import { Quota } from './region.type.js';

@ObjectType({
  description:
    'What would become of a question, said without asking it: from the catalogue, the registry and your quota. No count ' +
    'is looked at, so it never says whether a value would be suppressed.',
})
export class Forecast {
  @Field(() => Boolean, { description: 'Whether it would be answered with at least one row you may see.' })
  isAnswered!: boolean;

  @Field(() => RefusalReason, { nullable: true, description: 'Why not; null when it would be answered.' })
  reason!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What would happen, the limit, and what to do; null when it would be answered.',
  })
  message!: string | null;

  @Field(() => String, { nullable: true, description: `${REMEDY} Null when it would be answered.` })
  wouldMakeItAnswerable!: string | null;

  @Field(() => NearestQuestion, { nullable: true, description: `${NEAREST} Null, too, when the question is answered.` })
  nearest!: NearestQuestion | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many rows, or arms in their groups, the table would have; null when it is refused as a whole.',
  })
  rowCount!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many of them would be NOT_PERMITTED to you; null when it is refused as a whole.',
  })
  rowsNotPermitted!: number | null;

  @Field(() => [MeasureCode], { description: 'Measures that would be NOT_PERMITTED in every row.' })
  measuresNotPermitted!: string[];

  @Field(() => String, {
    nullable: true,
    description:
      'The handle the table would have: one you know is a table you were answered; null when it is refused as a whole.',
  })
  handle!: string | null;

  @Field(() => Quota, {
    nullable: true,
    description:
      'What you have used of your quota for the area; asking this takes nothing from it. Null when nothing is released.',
  })
  quota!: Quota | null;
}
