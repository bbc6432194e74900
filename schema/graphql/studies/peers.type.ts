import { Field, Float, Int, ObjectType, createUnionType } from 'type-graphql';

import { MeasureComparability } from '../comparison/comparability.type.js';
import { Protection } from '../enums.js';
import { RateEstimate } from '../estimate.type.js';
import { AppliedPolicy, Contributor, Refusal } from '../outcomes.type.js';
import { RateMeasure } from './rate-measure.js';
import { Release } from '../release.type.js';
import { FunnelStanding, PlaceLevel, Widening } from './study-enums.js';
import { RateNoise } from './study.type.js';

const limit = (which: string): string =>
  `${which} limit at the size of this point, after widening; null without a funnel or a shown rate.`;

@ObjectType({
  simpleResolvers: true,
  description: 'An agency, or an area that hides its agencies, with the limits at its own size. There is no rank.',
})
export class PeerPoint {
  @Field(() => String, { description: 'Its name: that of the agency, or of the area and how many agencies are in it.' })
  label!: string;

  @Field(() => PlaceLevel, { description: 'Whether it is one agency, or all of an area.' })
  level!: string;

  @Field(() => String, { description: 'Agency id, county such as WA/King, or state.' })
  place!: string;

  @Field(() => Int, { description: 'How many agencies of the release are in it.' })
  agencyCount!: number;

  @Field(() => Boolean, { description: 'Whether it is your own agency.' })
  isOwn!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the target was found from it: not from an agency whose area is a point too.',
  })
  isPartOfTarget!: boolean;

  @Field(() => RateEstimate, {
    description: 'Its rate with its interval: a small agency is not hidden, its interval is wide.',
  })
  rate!: RateEstimate;

  @Field(() => RateNoise, { nullable: true, description: 'The noise in its counts; null when the rate is not shown.' })
  noise!: RateNoise | null;

  @Field(() => Float, { nullable: true, description: limit('Lower 95 %') })
  lower95!: number | null;

  @Field(() => Float, { nullable: true, description: limit('Upper 95 %') })
  upper95!: number | null;

  @Field(() => Float, { nullable: true, description: limit('Lower 99.8 %') })
  lower998!: number | null;

  @Field(() => Float, { nullable: true, description: limit('Upper 99.8 %') })
  upper998!: number | null;

  @Field(() => FunnelStanding, {
    nullable: true,
    description: 'Where its rate lies among the limits; null without a funnel or a shown rate.',
  })
  standing!: string | null;
}

@ObjectType({ description: 'A funnel plot: one rate of every agency you may see, and of areas for the others.' })
export class PeersTable {
  @Field(() => RateMeasure, { description: 'The rate.' })
  measure!: string;

  @Field(() => [PeerPoint], { description: 'Every agency asked about, by itself or within an area.' })
  points!: PeerPoint[];

  @Field(() => Float, {
    nullable: true,
    description: 'The line of the funnel: the pooled rate of the shown points, each encounter once; null without one.',
  })
  target!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Over-dispersion: mean squared standard score about the target, the outer tenth at each end pulled in. About 1 when ' +
      'only chance moves the rates. Null without a funnel.',
  })
  phi!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether phi is beyond 1 + 2 sqrt(2 / points), and the limits were widened; null without a funnel.',
  })
  isOverDispersed!: boolean | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Variance between agencies beyond chance; 0 when not over-dispersed, null without a funnel.',
  })
  tauSquared!: number | null;

  @Field(() => Widening, { description: 'How limits are widened where agencies vary by more than chance.' })
  widening!: string;

  @Field(() => String, { nullable: true, description: 'Why there is no funnel and what to do; null when there is.' })
  funnelReason!: string | null;

  @Field(() => [String], { description: 'What keeps a point from being a mark. Read before quoting.' })
  caveats!: string[];

  @Field(() => [MeasureComparability], {
    description:
      'Whether the agencies count alike. NOT_COMPARABLE is here only because you asked for it with `evenIfNotComparable`.',
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

  @Field(() => [String], { description: 'What a reader must know before quoting the funnel.' })
  footnotes!: string[];

  @Field(() => String, { description: 'Cites the displayed counts: the same handle is the same numbers.' })
  handle!: string;
}

export const PeersResult = createUnionType({
  name: 'PeersResult',
  description: 'A funnel plot, or the reason there is none.',
  types: () => [PeersTable, Refusal] as const,
  resolveType: (value) => ('reason' in value ? Refusal : PeersTable),
});
