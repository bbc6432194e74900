import { Field, Float, Int, ObjectType, createUnionType } from 'type-graphql';

import { Protection } from '../enums.js';
import { AppliedPolicy, Contributor, Refusal } from '../outcomes.type.js';
import { RateMeasure } from './rate-measure.js';
import { Program } from '../registry/registry.type.js';
import { Release } from '../release.type.js';
import { ParallelVerdict, StudyPhase } from './study-enums.js';
import { DerivedEstimate, SummedRate } from './study.type.js';

@ObjectType({ simpleResolvers: true, description: 'One quarter of an event study.' })
export class ImpactPoint {
  @Field(() => String, { description: 'The quarter, such as 2024-Q3.' })
  quarter!: string;

  @Field(() => Int, { description: 'Quarters since the one the program began in: -1 is the last before it.' })
  relative!: number;

  @Field(() => StudyPhase, { description: 'Before, after, or the wash-in.' })
  phase!: string;

  @Field(() => Boolean, { description: 'Whether it is in the whole years that `difference` compares.' })
  isCompared!: boolean;

  @Field(() => SummedRate, { description: 'The rate of the program’s agency.' })
  treated!: SummedRate;

  @Field(() => SummedRate, { description: 'The rate of the comparison, its displayed counts added up.' })
  comparison!: SummedRate;

  @Field(() => DerivedEstimate, {
    description:
      'Event-study coefficient: treated less comparison in this quarter, less the mean of that over the compared quarters ' +
      'before. Around 0 before the program where both moved alike; in points of proportion.',
  })
  coefficient!: DerivedEstimate;
}

@ObjectType({ simpleResolvers: true, description: 'Whether agency and comparison moved alike before the program.' })
export class ParallelTrends {
  @Field(() => DerivedEstimate, {
    description: 'Slope of the gap between both over the shown quarters before, in points of proportion per year.',
  })
  slopePerYear!: DerivedEstimate;

  @Field(() => Float, {
    nullable: true,
    description: 'How often chance alone gives a slope as steep, were the trends parallel; null when not checked.',
  })
  pValue!: number | null;

  @Field(() => ParallelVerdict, { description: 'What to make of it.' })
  verdict!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'What became of one rate when the program began, against the comparison over the same quarters.',
})
export class ImpactEffect {
  @Field(() => RateMeasure, { description: 'The rate.' })
  measure!: string;

  @Field(() => DerivedEstimate, {
    description:
      'Difference in differences, in points of proportion: the change of the agency less the change of the comparison. ' +
      '-0.02 is two in a hundred fewer than had both changed alike.',
  })
  difference!: DerivedEstimate;

  @Field(() => DerivedEstimate, {
    description: 'The same as a ratio of odds ratios (difference in differences on the logit scale); 1 is no effect.',
  })
  oddsRatio!: DerivedEstimate;

  @Field(() => ParallelTrends, { description: 'Whether both moved alike before: without that, no effect can be read.' })
  parallel!: ParallelTrends;

  @Field(() => SummedRate, { description: 'The agency in the compared quarters before.' })
  treatedBefore!: SummedRate;

  @Field(() => SummedRate, { description: 'The agency in the compared quarters after.' })
  treatedAfter!: SummedRate;

  @Field(() => SummedRate, { description: 'The comparison in the same quarters before.' })
  comparisonBefore!: SummedRate;

  @Field(() => SummedRate, { description: 'The comparison in the same quarters after.' })
  comparisonAfter!: SummedRate;

  @Field(() => [ImpactPoint], { description: 'The event study: every closed quarter around the start, in order.' })
  points!: ImpactPoint[];

  @Field(() => [String], {
    description: 'Comparison agencies and areas shown in every quarter: those it is made with.',
  })
  comparedWith!: string[];

  @Field(() => [String], {
    description: 'Those left out of every quarter, because one of them is not shown in some quarter.',
  })
  leftOut!: string[];
}

@ObjectType({ description: 'Before and after a program began, never without a comparison.' })
export class ImpactTable {
  @Field(() => Program, { description: 'The program.' })
  program!: Program;

  @Field(() => [ImpactEffect], { description: 'The effects, one for each rate asked about.' })
  effects!: ImpactEffect[];

  @Field(() => [String], { description: 'What must hold for a difference to be an effect. Read before quoting.' })
  caveats!: string[];

  @Field(() => [Contributor], { description: 'The program’s agency, and every agency it is compared with.' })
  contributors!: Contributor[];

  @Field(() => Release, { description: 'The release the numbers come from.' })
  release!: Release;

  @Field(() => AppliedPolicy, { description: 'The policy and lens the counts of the agency were protected with.' })
  policy!: AppliedPolicy;

  @Field(() => AppliedPolicy, { description: 'The policy and lens the counts of the comparison were protected with.' })
  comparisonPolicy!: AppliedPolicy;

  @Field(() => Protection, { description: 'Whether the counts carry the noise of disclosure control.' })
  protection!: string;

  @Field(() => [String], { description: 'What a reader must know before quoting the table.' })
  footnotes!: string[];

  @Field(() => String, {
    description: 'Cites the displayed counts of the agency: the same handle is the same numbers.',
  })
  handle!: string;

  @Field(() => String, { description: 'Cites the displayed counts of the comparison.' })
  comparisonHandle!: string;
}

export const ImpactResult = createUnionType({
  name: 'ImpactResult',
  description: 'The impact of a program, or the reason there is none.',
  types: () => [ImpactTable, Refusal] as const,
  resolveType: (value) => ('reason' in value ? Refusal : ImpactTable),
});
