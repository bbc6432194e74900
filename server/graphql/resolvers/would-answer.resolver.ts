import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';

import { measures as catalogue } from '../../../schema/catalogue/index.js';
import { Forecast, MeasureCode } from '../../../schema/graphql/index.js';
import { forecastComparison, forecastOutcomes } from '../../flow/index.js';
import { AskerError } from '../../lib/index.js';
import { ComparisonArgs, comparisonFrom, isComparison } from '../comparison-args.js';
import type { Context } from '../context.js';
import { questionFrom } from '../outcomes-args.js';
import { askedToCompare, forecastOnWire } from '../wire.js';

@ArgsType()
class WouldAnswerArgs extends ComparisonArgs {
  @Field(() => [MeasureCode], { defaultValue: [], description: 'The measures the question would select.' })
  measures!: string[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether the question would select the persons of its rows. A comparison selects none.',
  })
  persons!: boolean;
}

@Resolver()
export class WouldAnswerResolver {
  @Query(() => Forecast, {
    description:
      'Whether `outcomes` would answer a question (or `compare`: with a baseline, arms or `adjustFor`), and the nearest it ' +
      'would. From metadata alone: no count is looked at, nothing is noted in the ledger or taken from your quota. A trend ' +
      'is answered where `outcomes` is with its grain among the axes.',
  })
  async wouldAnswer(
    @Args(() => WouldAnswerArgs) { measures, persons, ...args }: WouldAnswerArgs,
    @Ctx() { asker, house }: Context,
  ): Promise<object> {
    if (!isComparison(args)) {
      const question = { ...questionFrom(args, measures), persons };
      return forecastOnWire(await forecastOutcomes(question, asker, house), { as: { field: 'outcomes' }, measures });
    }
    for (const code of measures) if (!isRate(code)) throw notARate(code);

    const asked = comparisonFrom(args, measures);
    return forecastOnWire(await forecastComparison(asked, asker, house), askedToCompare(asked));
  }
}

function isRate(wanted: string): boolean {
  return catalogue.some(({ code, kind }) => code === wanted && kind === 'RATE');
}

function notARate(code: string): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    `${code} is not a rate. A comparison compares rates only. Leave it out, or ask without \`baseline\`, \`arms\` and ` +
      '`adjustFor`.',
  );
}
