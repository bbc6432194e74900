import { Field, Float, ObjectType, createUnionType } from 'type-graphql';

import { Protection, TimeGrain } from '../enums.js';
import { DerivedEstimate, RateNoise } from './study.type.js';
import { RateEstimate } from '../estimate.type.js';
import { AppliedPolicy, Contributor, OutcomesGroup, Refusal } from '../outcomes.type.js';
import { RateMeasure } from './rate-measure.js';
import { Release } from '../release.type.js';
import { ChartMethod, ControlRule } from './study-enums.js';

@ObjectType({
  simpleResolvers: true,
  description: 'One period of a series. A period whose rate is not shown is there with its status, and is no zero.',
})
export class TrendPoint {
  @Field(() => String, { description: 'Month `2024-03`, quarter `2024-Q1` or year `2024`.' })
  period!: string;

  @Field(() => RateEstimate, { description: 'The rate of the period.' })
  rate!: RateEstimate;

  @Field(() => RateNoise, { nullable: true, description: 'The noise in its counts; null when the rate is not shown.' })
  noise!: RateNoise | null;

  @Field(() => Boolean, { description: 'Whether centre and limits were found from it.' })
  isBaseline!: boolean;

  @Field(() => Float, {
    nullable: true,
    description: 'Lower limit at the size of this period, 0 at least; null without limits or a shown rate.',
  })
  lowerLimit!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Upper limit at the size of this period, 1 at most; null without limits or a shown rate.',
  })
  upperLimit!: number | null;

  @Field(() => [ControlRule], {
    description: 'The rules that flag it; none when it is unremarkable, or not shown: a point not shown ends a run.',
  })
  flags!: string[];
}

@ObjectType({ simpleResolvers: true, description: 'One rate of one group over time, its control chart and its trend.' })
export class TrendSeries {
  @Field(() => OutcomesGroup, { description: 'The group, by the axes asked for besides time.' })
  group!: OutcomesGroup;

  @Field(() => RateMeasure, { description: 'The rate.' })
  measure!: string;

  @Field(() => [TrendPoint], { description: 'Every period asked about, in order.' })
  points!: TrendPoint[];

  @Field(() => Float, {
    nullable: true,
    description: 'Centre of the chart: the pooled rate of the shown points of the baseline; null without limits.',
  })
  centre!: number | null;

  @Field(() => ChartMethod, { nullable: true, description: 'How the limits were drawn; null without limits.' })
  chart!: string | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'How much more neighbouring points of the baseline differ than by chance, which would give about 1: mean moving ' +
      'range of the standard scores divided by 1.128. Null without limits.',
  })
  sigmaZ!: number | null;

  @Field(() => String, { nullable: true, description: 'Why there are no limits and what to do; null when there are.' })
  chartReason!: string | null;

  @Field(() => DerivedEstimate, {
    description:
      'Log-linear trend over all shown points: the rate one year later divided by the rate. 0.93 is 7 % less each year.',
  })
  changePerYear!: DerivedEstimate;
}

@ObjectType({ description: 'Rates over time, a series for each group and rate.' })
export class TrendTable {
  @Field(() => TimeGrain, { description: 'Length of a period.' })
  grain!: string;

  @Field(() => [TrendSeries], { description: 'The series, group by group.' })
  series!: TrendSeries[];

  @Field(() => [String], { description: 'What keeps a flag from being an explanation. Read before quoting.' })
  caveats!: string[];

  @Field(() => [Contributor], { description: 'Every agency of the places asked about: who is in, and who is missing.' })
  contributors!: Contributor[];

  @Field(() => Release, { description: 'The release the numbers come from.' })
  release!: Release;

  @Field(() => AppliedPolicy, { description: 'The policy and lens the numbers were protected with.' })
  policy!: AppliedPolicy;

  @Field(() => Protection, { description: 'Whether the counts carry the noise of disclosure control.' })
  protection!: string;

  @Field(() => [String], { description: 'What a reader must know before quoting the series.' })
  footnotes!: string[];

  @Field(() => String, { description: 'Cites the displayed counts: the same handle is the same numbers.' })
  handle!: string;
}

export const TrendResult = createUnionType({
  name: 'TrendResult',
  description: 'Series, or the reason there are none.',
  types: () => [TrendTable, Refusal] as const,
  resolveType: (value) => ('reason' in value ? Refusal : TrendTable),
});
