import { Args, ArgsType, Ctx, Field, Int, Query, Resolver } from 'type-graphql';

import { SharedTableResult } from '../../../schema/graphql/index.js';
import { answerOwnTableToShare } from '../../flow/index.js';
import { AskerError } from '../../lib/index.js';
import type { Context } from '../context.js';
import { QuestionArgs, questionFrom } from '../outcomes-args.js';
import { sharedTableOnWire } from '../wire.js';

const THRESHOLD = { default: 11, least: 2, most: 1_000 } as const;

@ArgsType()
class SharedTableArgs extends QuestionArgs {
  @Field(() => Int, {
    defaultValue: THRESHOLD.default,
    description: 'Counts from 1 to below it are suppressed. 11 is what federal data agreements ask; from 2 to 1000.',
  })
  threshold!: number;
}

@Resolver()
export class SharedTableResolver {
  @Query(() => SharedTableResult, {
    description:
      'An exact table of your own agency that may be handed on, such as to a council: small counts are suppressed, and as ' +
      'many others as keep them from being worked out. Asking is sharing: later tables of the release keep to it. For one ' +
      'closed month, quarter or year, one category of every dimension filtered, and up to three axes. Zeros are shown, ' +
      'except where substance use is asked about. For the analysts and stewards of the agency only.',
  })
  async ownTableToShare(
    @Args(() => SharedTableArgs) { threshold, ...args }: SharedTableArgs,
    @Ctx() { asker, house }: Context,
  ): Promise<object> {
    if (threshold < THRESHOLD.least || threshold > THRESHOLD.most) throw badThreshold(threshold);
    const answer = await answerOwnTableToShare({ question: questionFrom(args, []), threshold }, asker, house);
    return sharedTableOnWire(answer, threshold);
  }
}

function badThreshold(threshold: number): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    `The threshold ${threshold} is none a table can be shared with. It is from ${THRESHOLD.least} to ${THRESHOLD.most}. ` +
      `Leave it out for ${THRESHOLD.default}.`,
  );
}
