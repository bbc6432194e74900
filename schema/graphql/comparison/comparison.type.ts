import { Field, Int, ObjectType, createUnionType } from 'type-graphql';

import { measures } from '../../catalogue/index.js';

import { MeasureComparability } from './comparability.type.js';
import { ArmsAxis, Axis, dimensionEnums } from '../dimension-enums.js';
import { Protection, StandardPopulation } from '../enums.js';
import { CountEstimate } from '../estimate.type.js';
import { AppliedPolicy, Contributor, OutcomesGroup, Refusal, VINTAGE, measureDescription } from '../outcomes.type.js';
import { RateComparison } from './rate-comparison.type.js';
import { Release } from '../release.type.js';

const ResponseModel = dimensionEnums['RESPONSE_MODEL'] ?? String;

/** One arm. Besides these fields, one for every rate of the catalogue. */
@ObjectType({
  simpleResolvers: true,
  description: 'One arm against the baseline. Only the measures you select are computed.',
})
export class ComparisonArm {
  @Field(() => String, { description: 'The arm: a code of the dimension, a place, or the id of a program.' })
  arm!: string;

  @Field(() => ResponseModel, {
    nullable: true,
    description: 'The response model of the arm or the program. Null where the arms are something else.',
  })
  responseModel!: string | null;

  @Field(() => OutcomesGroup, { description: 'The group both arm and baseline are within.' })
  group!: OutcomesGroup;

  @Field(() => CountEstimate, { description: 'How many encounters the arm has in the group.' })
  encounters!: CountEstimate;

  @Field(() => Int, {
    description:
      'How many agencies could have encounters in the arm or its baseline, from the registry. Below five, encounters resemble ' +
      'one another more than the intervals allow for.',
  })
  agencyCount!: number;

  @Field(() => String, { description: VINTAGE })
  vintage!: string;
}

for (const measure of measures.filter(({ kind }) => kind === 'RATE')) {
  Field(() => RateComparison, { description: measureDescription(measure) })(ComparisonArm.prototype, measure.code);
}

@ObjectType({ description: 'Arms compared with a baseline: crude, and within strata where that was asked.' })
export class ComparisonTable {
  @Field(() => ArmsAxis, { description: 'What the arms are.' })
  armsBy!: string;

  @Field(() => String, { description: 'What the arms are compared with: a code, a place, or a response model.' })
  baseline!: string;

  @Field(() => [Axis], { description: 'The axes the arms are adjusted for; none when crude.' })
  adjustedFor!: string[];

  @Field(() => StandardPopulation, {
    nullable: true,
    description:
      'Whose mix of strata the standardised rates have. Null for a crude comparison, and for a fitted one, whose rates have the ' +
      'mix of arm and baseline together.',
  })
  standard!: string | null;

  @Field(() => [ComparisonArm], { description: 'The arms, group by group.' })
  arms!: ComparisonArm[];

  @Field(() => [String], { description: 'What keeps the comparison from being an effect. Read before quoting.' })
  caveats!: string[];

  @Field(() => [MeasureComparability], {
    description:
      'Whether the agencies behind each measure you selected count alike. One that is NOT_COMPARABLE is here only because ' +
      'you asked for it with `evenIfNotComparable`.',
  })
  comparability!: MeasureComparability[];

  @Field(() => [Contributor], { description: 'Every agency of the places asked about: who is in, and who is missing.' })
  contributors!: Contributor[];

  @Field(() => Release, { description: 'The release the numbers come from.' })
  release!: Release;

  @Field(() => AppliedPolicy, { description: 'The policy and lens the numbers were protected with.' })
  policy!: AppliedPolicy;

  @Field(() => Protection, { description: 'Whether the counts carry the noise of disclosure control.' })
  protection!: string;

  @Field(() => [String], { description: 'What a reader must know before quoting the table.' })
  footnotes!: string[];

  @Field(() => String, { description: 'Cites the table: the same handle is the same numbers.' })
  handle!: string;
}

export const ComparisonResult = createUnionType({
  name: 'ComparisonResult',
  description: 'A comparison, or the reason there is none.',
  types: () => [ComparisonTable, Refusal] as const,
  resolveType: (value) => ('reason' in value ? Refusal : ComparisonTable),
});
