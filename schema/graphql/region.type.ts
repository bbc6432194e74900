import { Field, Int, ObjectType } from 'type-graphql';

import { Audience, LensName, State, TimeGrain } from './enums.js';
import { Agency } from './registry/registry.type.js';
import { Release } from './release.type.js';

@ObjectType({ description: 'How an audience sees the one noisy table.' })
export class LensLimits {
  @Field(() => LensName, { description: 'Name of the lens.' })
  name!: string;

  @Field(() => Int, { description: 'Smallest noisy count shown, in encounters; 0 for exact counts.' })
  threshold!: number;

  @Field(() => Int, { description: 'Base shown counts are rounded to; 1 for none.' })
  roundingBase!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Most dimensions restricted at once, an outcome’s own included; null for no limit.',
  })
  orderMax!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The same in a table of another single agency, whose cells beyond it read NOT_PERMITTED; null for no limit. Fewer ' +
      'than for areas, because no other agency hides it.',
  })
  agencyOrderMax!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Most different tables about one area of one release; null for no limit. `viewer { quotas }` has what is left.',
  })
  tablesMax!: number | null;

  @Field(() => TimeGrain, {
    nullable: true,
    description: 'Shortest period for a single agency; null where agencies are not shown.',
  })
  agencyGrain!: string | null;

  @Field(() => TimeGrain, {
    nullable: true,
    description: 'Shortest period for a county; null where counties are not shown.',
  })
  countyGrain!: string | null;

  @Field(() => TimeGrain, {
    nullable: true,
    description: 'Shortest period for a state; null where states are not shown.',
  })
  stateGrain!: string | null;

  @Field(() => TimeGrain, {
    nullable: true,
    description: 'Shortest period for the region; null where the region is not shown.',
  })
  regionGrain!: string | null;

  @Field(() => TimeGrain, {
    nullable: true,
    description: 'Shortest period for a peer group; null where peer groups are not shown.',
  })
  peerGroupGrain!: string | null;
}

@ObjectType({ description: 'How many different tables you were answered about one area of a release.' })
export class Quota {
  @Field(() => String, {
    description: 'The smallest area the tables are about: `region`, a state, a county or an agency.',
  })
  area!: string;

  @Field(() => Int, { description: 'Different tables you were answered. One asked again counts once.' })
  asked!: number;

  @Field(() => Int, { description: 'How many you may be answered.' })
  allowed!: number;
}

@ObjectType({ description: 'You, as the token says.' })
export class Viewer {
  @Field(() => String, { description: 'The name the token was given to.' })
  name!: string;

  @Field(() => Audience, { description: 'The audience you belong to.' })
  audience!: string;

  @Field(() => Agency, { nullable: true, description: 'Your agency; null for audiences without one.' })
  agency!: Agency | null;

  @Field(() => State, { nullable: true, description: 'Your state, for a state office; else null.' })
  state!: string | null;

  @Field(() => [LensLimits], {
    description:
      'The lenses you see through, with their limits. A state office has two: its own state alone, and anything beyond.',
  })
  lenses!: LensLimits[];

  @Field(() => [Quota], {
    description:
      'What you have used of your quotas, for every area of the latest release you asked about. They begin anew with each release.',
  })
  quotas!: Quota[];
}

@ObjectType({ description: 'The closed months of the latest release. Only these can be asked for.' })
export class ClosedPeriod {
  @Field(() => String, { description: 'First closed month, such as 2023-01.' })
  from!: string;

  @Field(() => String, { description: 'Last closed month, such as 2025-12.' })
  to!: string;
}

@ObjectType({ description: 'How large one request and one answer may be. The same for everybody.' })
export class RequestLimits {
  @Field(() => Int, { description: 'Most numbers in one answer.' })
  outputCellsMax!: number;

  @Field(() => Int, { description: 'Most published cells behind one number.' })
  componentsMax!: number;

  @Field(() => Int, { description: 'Most tables in one request, under whatever aliases.' })
  tablesMax!: number;

  @Field(() => Int, { description: 'Most entries on a page of a list.' })
  pageMax!: number;

  @Field(() => Int, {
    description: 'Most a request may cost: one per field, times the page size of every list above it.',
  })
  costMax!: number;

  @Field(() => Int, { description: 'Most levels of fields in a request.' })
  depthMax!: number;
}

@ObjectType({
  description: 'The rules every answer is protected by, signed, so that anybody can hold answers to them.',
})
export class SignedPolicy {
  @Field(() => String, { description: 'Its id, named by every answer: it changes when any number of it does.' })
  id!: string;

  @Field(() => String, {
    description:
      'Every number of it, as JSON text: the noise and how often each value of it is drawn, lenses, pools, concentration. The id is `ckm-` and the first 12 digits of its SHA-256.',
  })
  document!: string;

  @Field(() => String, { description: 'Ed25519 signature of `document`, base64. Check it with `signingKey`.' })
  signature!: string;
}

@ObjectType({
  description:
    'How calendar years are put together for places too small for one: fixed spans that never overlap, published once every year of one is closed.',
})
export class YearSpans {
  @Field(() => Int, { description: 'Calendar years in a span.' })
  length!: number;

  @Field(() => Int, { description: 'First year of one of the spans; the others follow from it.' })
  origin!: number;
}

@ObjectType({ description: 'The region: what is published, and under which limits.' })
export class Region {
  @Field(() => SignedPolicy, { description: 'The disclosure policy in force.' })
  policy!: SignedPolicy;

  @Field(() => String, {
    description: 'Public key that checks the signatures of the policy and of releases: Ed25519, SPKI, PEM.',
  })
  signingKey!: string;

  @Field(() => Release, { nullable: true, description: 'The latest release; null before the first.' })
  latestRelease!: Release | null;

  @Field(() => ClosedPeriod, {
    nullable: true,
    description: 'The months that can be asked for; null before the first release.',
  })
  closedPeriod!: ClosedPeriod | null;

  @Field(() => [State], { description: 'States with a registered agency, in order.' })
  states!: string[];

  @Field(() => Boolean, { description: 'True when any agency of the region is invented.' })
  isSynthetic!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'What to say beside any number of a synthetic region; null when every agency is real.',
  })
  syntheticNote!: string | null;

  @Field(() => [LensLimits], { description: 'Every lens, the same for everybody who has it.' })
  lenses!: LensLimits[];

  @Field(() => YearSpans, {
    description: 'The spans of years of a release published now; the axis YEARS has one row for each.',
  })
  yearSpans!: YearSpans;

  @Field(() => RequestLimits, { description: 'How large one request and one answer may be.' })
  limits!: RequestLimits;
}
