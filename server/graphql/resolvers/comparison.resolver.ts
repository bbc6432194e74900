import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, Info, Query, Resolver } from 'type-graphql';

import {
  ArmsInput,
  Axis,
  ComparisonResult,
  StandardPopulation,
  dimensionEnums,
} from '../../../schema/graphql/index.js';
import { answerComparison } from '../../flow/index.js';
import type { ComparisonQuestion } from '../../flow/index.js';
import { AskerError } from '../../lib/index.js';
import type { Context } from '../context.js';
import { QuestionArgs, questionFrom } from '../outcomes-args.js';
import { selectedMeasures } from '../selected-measures.js';
import { comparisonOnWire } from '../wire.js';

const ResponseModel = dimensionEnums['RESPONSE_MODEL'] ?? String;
const PROGRAM_MODELS = ['CIT', 'CO_RESPONDER', 'MOBILE_CRISIS', 'DISPATCH_CONSULT'];

@ArgsType()
class ComparisonArgs extends QuestionArgs {
  @Field(() => ResponseModel, {
    nullable: true,
    description: 'The response model to compare with; STANDARD_PATROL when absent.',
  })
  baseline?: string | null;

  @Field(() => [ResponseModel], {
    nullable: true,
    description: 'The response models to compare; CIT, CO_RESPONDER, MOBILE_CRISIS and DISPATCH_CONSULT when absent.',
  })
  arms?: string[] | null;

  @Field(() => ArmsInput, {
    nullable: true,
    description: 'Arms of another kind, instead of `arms` and `baseline`: agencies, programs, any dimension.',
  })
  armsBy?: ArmsInput | null;

  @Field(() => [Axis], {
    defaultValue: [],
    description:
      'The confounder: arms are compared within its categories, at most 12 of them. A dimension counts towards the number ' +
      'a table may restrict; a period or a place does not. Encounters whose category is unknown are in no stratum. Two ' +
      'dimensions at once, such as [CALL_TYPE, SHIFT], are adjusted for by a model instead: `fitted`.',
  })
  adjustFor!: string[];

  @Field(() => StandardPopulation, {
    defaultValue: 'BASELINE_ARM',
    description: 'Whose mix of strata the standardised rates of an adjusted comparison have.',
  })
  standard!: 'BASELINE_ARM' | 'ALL_ENCOUNTERS';

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Give numbers also where agencies declared to count different things, and say so. Without it such a comparison is refused.',
  })
  evenIfNotComparable!: boolean;
}

@Resolver()
export class ComparisonResolver {
  @Query(() => ComparisonResult, {
    description:
      'Each arm against a baseline: rate, difference and ratio, crude and within strata, all from displayed counts.',
  })
  async compare(
    @Args(() => ComparisonArgs) args: ComparisonArgs,
    @Ctx() { asker, house }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const { adjustFor, standard, evenIfNotComparable } = args;
    const question = questionFrom(args, selectedMeasures(info, 'arms'));
    const asked: ComparisonQuestion = { question, ...armsFrom(args), adjustFor, standard, evenIfNotComparable };
    return comparisonOnWire(await answerComparison(asked, asker, house));
  }
}

function armsFrom({
  armsBy,
  arms,
  baseline,
}: ComparisonArgs): Pick<ComparisonQuestion, 'armsBy' | 'arms' | 'baseline'> {
  if (!armsBy)
    return { armsBy: 'RESPONSE_MODEL', arms: arms ?? PROGRAM_MODELS, baseline: baseline ?? 'STANDARD_PATROL' };
  if (arms || baseline) throw armsGivenTwice();
  return { armsBy: armsBy.axis, arms: armsBy.arms, baseline: armsBy.baseline };
}

function armsGivenTwice(): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    'Both `armsBy` and `arms` or `baseline` say what to compare. Arms are of one kind. Give `armsBy` alone, or leave it ' +
      'out for response models.',
  );
}
