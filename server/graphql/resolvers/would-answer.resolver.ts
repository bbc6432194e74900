import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';

import { measures as catalogue } from '../../../schema/catalogue/index.js';
import { Forecast, MeasureCode } from '../../../schema/graphql/index.js';
import { forecastComparison, forecastOutcomes } from '../../flow/index.js';
import { AskerError } from '../../lib/index.js';
import type { Context } from '../context.js';
import { QuestionArgs, questionFrom } from '../outcomes-args.js';
import { BASELINE, PROGRAM_MODELS, ResponseModel } from '../response-models.js';
import { askedToCompare, forecastOnWire } from '../wire.js';

@ArgsType()
class WouldAnswerArgs extends QuestionArgs {
  @Field(() => [MeasureCode], { defaultValue: [], description: 'The measures the question would select.' })
  measures!: string[];

  @Field(() => ResponseModel, {
    nullable: true,
    description: 'Ask of `compare` instead, with this baseline; STANDARD_PATROL when only `arms` are given.',
  })
  baseline?: string | null;

  @Field(() => [ResponseModel], {
    nullable: true,
    description: 'Ask of `compare` instead, with these arms; every program model when only a baseline is given.',
  })
  arms?: string[] | null;
}

@Resolver()
export class WouldAnswerResolver {
  @Query(() => Forecast, {
    description:
      'Whether `outcomes` (or, with a baseline or arms, `compare`) would answer a question, and the nearest it would. From ' +
      'metadata alone: no count is looked at, nothing is noted in the ledger or taken from your quota.',
  })
  async wouldAnswer(
    @Args(() => WouldAnswerArgs) { measures, baseline, arms, ...args }: WouldAnswerArgs,
    @Ctx() { asker, house }: Context,
  ): Promise<object> {
    if (!baseline && !arms) {
      const question = questionFrom(args, measures);
      return forecastOnWire(await forecastOutcomes(question, asker, house), { as: { field: 'OUTCOMES' }, measures });
    }
    for (const code of measures) if (!isRate(code)) throw notARate(code);

    const question = questionFrom(args, measures);
    const asked = { question, baseline: baseline ?? BASELINE, arms: arms ?? PROGRAM_MODELS };
    return forecastOnWire(await forecastComparison(asked, asker, house), askedToCompare(asked));
  }
}

function isRate(wanted: string): boolean {
  return catalogue.some(({ code, kind }) => code === wanted && kind === 'RATE');
}

function notARate(code: string): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    `${code} is not a rate. A comparison compares rates only. Leave it out, or leave out \`baseline\` and \`arms\`.`,
  );
}
