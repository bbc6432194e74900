import { Field, InputType } from 'type-graphql';

import { ArmsAxis } from '../dimension-enums.js';

@InputType({ description: 'Arms of another kind than response models, and what they are compared with.' })
export class ArmsInput {
  @Field(() => ArmsAxis, { description: 'What the arms are.' })
  axis!: string;

  @Field(() => [String], {
    description: 'The arms: codes of the dimension (no headings), names of places, or ids of programs.',
  })
  arms!: string[];

  @Field(() => String, {
    description:
      'What each is compared with: another code or place. For programs a response model, such as STANDARD_PATROL.',
  })
  baseline!: string;
}
