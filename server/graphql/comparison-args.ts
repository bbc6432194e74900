import { ArgsType, Field } from 'type-graphql';

import { ArmsInput, Axis, StandardPopulation } from '../../schema/graphql/index.js';
import type { ComparisonQuestion } from '../flow/index.js';
import { AskerError } from '../lib/index.js';

import { QuestionArgs, questionFrom } from './outcomes-args.js';
import { BASELINE, PROGRAM_MODELS, ResponseModel } from './response-models.js';

/** What a comparison may say. */
@ArgsType()
export class ComparisonArgs extends QuestionArgs {
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
      'a table may restrict; a period or a place does not. Encounters whose category is unknown are in no stratum.',
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

/** The question of a comparison, in the house's own words. */
export function comparisonFrom(args: ComparisonArgs, measures: readonly string[]): ComparisonQuestion {
  const { adjustFor, standard, evenIfNotComparable } = args;
  return { question: questionFrom(args, measures), ...armsFrom(args), adjustFor, standard, evenIfNotComparable };
}

/** Whether anything is said that only a comparison may say. */
export function isComparison({ baseline, arms, armsBy, adjustFor }: ComparisonArgs): boolean {
  return Boolean(baseline ?? arms ?? armsBy) || adjustFor.length > 0;
}

function armsFrom({
  armsBy,
  arms,
  baseline,
}: ComparisonArgs): Pick<ComparisonQuestion, 'armsBy' | 'arms' | 'baseline'> {
  if (!armsBy) return { armsBy: 'RESPONSE_MODEL', arms: arms ?? PROGRAM_MODELS, baseline: baseline ?? BASELINE };
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
