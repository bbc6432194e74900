import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';

import { OutcomesResult } from '../../../schema/graphql/index.js';
import { answerOutcomes, answerOwnOutcomes, arranged } from '../../flow/index.js';
import type { Arrangement, OutcomesQuestion } from '../../flow/index.js';
import type { Context } from '../context.js';
import { OutcomesArgs, arrangementFrom, questionFrom } from '../outcomes-args.js';
import { selectedMeasures, selectsPersons } from '../selected-measures.js';
import { outcomesOnWire } from '../wire.js';

@Resolver()
export class OutcomesResolver {
  @Query(() => OutcomesResult, {
    description: 'Count encounters and their outcomes by up to three dimensions, protected as your audience sees them.',
  })
  async outcomes(
    @Args(() => OutcomesArgs) args: OutcomesArgs,
    @Ctx() { asker, house }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const { question, arrangement } = askedWith(args, info);
    const answer = arranged(await answerOutcomes(question, asker, house), arrangement);
    return outcomesOnWire(answer, { as: { field: 'outcomes' }, measures: question.measures });
  }

  @Query(() => OutcomesResult, {
    description:
      'The same table of your own agency with exact counts, marked UNPROTECTED. For its analysts and stewards only.',
  })
  async ownOutcomes(
    @Args(() => OutcomesArgs) args: OutcomesArgs,
    @Ctx() { asker, house }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const { question, arrangement } = askedWith(args, info);
    const answer = arranged(await answerOwnOutcomes(question, asker, house), arrangement);
    return outcomesOnWire(answer, { as: { field: 'ownOutcomes' }, measures: question.measures });
  }
}

/** Read before anything is answered: a mistake in it costs no quota. */
function askedWith(
  args: OutcomesArgs,
  info: GraphQLResolveInfo,
): { readonly question: OutcomesQuestion; readonly arrangement: Arrangement } {
  const selected = selectedMeasures(info, 'rows');
  const question = { ...questionFrom(args, selected), ...(selectsPersons(info) ? { persons: true } : {}) };
  return { question, arrangement: arrangementFrom(args, selected) };
}
