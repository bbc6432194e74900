import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';

import {
  Agency,
  Axis,
  ComparabilityResult,
  ComparedAgency,
  Declaration,
  DeclarationInput,
  MeasureCode,
  PeriodInput,
  State,
} from '../../../schema/graphql/index.js';
import { answerComparability, declareMeasure } from '../../flow/index.js';
import type { Context } from '../context.js';
import { comparabilityOnWire } from '../wire.js';

@ArgsType()
class ComparabilityArgs {
  @Field(() => MeasureCode, { description: 'The measure the agencies are to be compared in.' })
  measure!: string;

  @Field(() => [ID], { nullable: true, description: 'Agency ids, as in `agencies`; every one when absent.' })
  agency?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Counties with their state, such as WA/King; all when absent.',
  })
  county?: string[] | null;

  @Field(() => [State], { nullable: true, description: 'States; all when absent.' })
  state?: string[] | null;

  @Field(() => PeriodInput, { nullable: true, description: 'Closed periods; every released one when absent.' })
  period?: PeriodInput | null;

  @Field(() => [Axis], {
    defaultValue: [],
    description: 'Axes of the table you have in mind: by race, for instance, the basis of demographics matters too.',
  })
  by!: string[];
}

@Resolver()
export class ComparabilityResolver {
  @Query(() => ComparabilityResult, {
    description:
      'Whether agencies may be compared in a measure, and why: what each declared, which months it reported, what is ' +
      'unknown. `compare` judges itself in the same way.',
  })
  async comparability(
    @Args(() => ComparabilityArgs) { measure, agency, county, state, period, by }: ComparabilityArgs,
    @Ctx() { asker, house }: Context,
  ): Promise<object> {
    const places = {
      ...(agency ? { agencies: agency } : {}),
      ...(county ? { counties: county } : {}),
      ...(state ? { states: state } : {}),
    };
    const question = {
      measure,
      releaseId: null,
      where: { nodes: {}, ...places },
      period: period ? { from: period.from, to: period.to } : null,
      by,
    };
    const answer = await answerComparability(question, asker, house);
    return comparabilityOnWire(answer, { as: { field: 'comparability' }, measures: [measure] });
  }

  @Mutation(() => Declaration, {
    description: 'Declare what an agency’s numbers of a measure mean from a month on. The history stays. Steward only.',
  })
  async declareMeasure(
    @Arg('declaration', () => DeclarationInput, { description: 'The declaration.' })
    { agency, points, ...declaration }: DeclarationInput,
    @Ctx() { asker, house }: Context,
  ): Promise<object> {
    const declared = { ...declaration, agencyId: agency, points: points.map(({ point, value }) => ({ point, value })) };
    return declareMeasure(declared, asker, house);
  }
}

@Resolver(() => ComparedAgency)
export class ComparedAgencyResolver {
  @FieldResolver(() => Agency, { description: 'The agency.' })
  async agency(@Root() { agencyId }: ComparedAgency, @Ctx() { loaders }: Context): Promise<object | null> {
    return loaders.agencyById.load(agencyId);
  }
}
