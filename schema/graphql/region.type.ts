import { Field, ID, Int, ObjectType } from 'type-graphql';

import { Audience, Benefit, MeasureKind, MeasureUnit } from './enums.js';
import { Agency, Release } from './registry.type.js';

@ObjectType({ description: 'You, as the token says.' })
export class Viewer {
  @Field(() => String, { description: 'The name the token was given to.' })
  name!: string;

  @Field(() => Audience, { description: 'The audience you belong to.' })
  audience!: string;

  @Field(() => Agency, { nullable: true, description: 'Your agency; null for audiences without one.' })
  agency!: Agency | null;

  @Field(() => String, { nullable: true, description: 'Your state, for a state office; else null.' })
  state!: string | null;
}

@ObjectType({ description: 'How an audience sees the one noisy table.' })
export class LensLimits {
  @Field(() => String, { description: 'Name of the lens.' })
  name!: string;

  @Field(() => Int, { description: 'Smallest noisy count shown.' })
  threshold!: number;

  @Field(() => Int, { description: 'Base shown counts are rounded to; 1 for none.' })
  roundingBase!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Most dimensions restricted at once, an outcome’s own included; null for no limit.',
  })
  orderMax!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Shortest period for a single agency; null where agencies are not shown.',
  })
  agencyGrain!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Shortest period for a county; null where counties are not shown.',
  })
  countyGrain!: string | null;

  @Field(() => String, { nullable: true, description: 'Shortest period for a state; null where states are not shown.' })
  stateGrain!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Shortest period for the region; null where the region is not shown.',
  })
  regionGrain!: string | null;
}

@ObjectType({ description: 'The region: what is published, and under which limits.' })
export class Region {
  @Field(() => String, { description: 'The disclosure policy in force.' })
  policyId!: string;

  @Field(() => Release, { nullable: true, description: 'The latest release; null before the first.' })
  latestRelease!: Release | null;

  @Field(() => [String], { description: 'States with a registered agency.' })
  states!: string[];

  @Field(() => Boolean, { description: 'True when any agency of the region is invented.' })
  isSynthetic!: boolean;

  @Field(() => [LensLimits], { description: 'Every lens, the same for everybody who has it.' })
  lenses!: LensLimits[];

  @Field(() => Int, { description: 'Most published cells behind one number.' })
  componentsMax!: number;

  @Field(() => Int, { description: 'Most numbers in one answer.' })
  outputCellsMax!: number;
}

@ObjectType({ description: 'One node of a dimension’s tree.' })
export class CodebookCode {
  @Field(() => ID, { description: 'The code.' })
  code!: string;

  @Field(() => String, { description: 'Its name.' })
  label!: string;

  @Field(() => String, { description: 'What it means.' })
  definition!: string;

  @Field(() => String, { nullable: true, description: 'The heading it is part of; null at the top.' })
  parent!: string | null;

  @Field(() => Boolean, { description: 'Whether encounters are recorded with it; a heading is the sum of its parts.' })
  isLeaf!: boolean;
}

@ObjectType({ description: 'A coded property of an encounter: a tree whose leaves partition all encounters.' })
export class CodebookDimension {
  @Field(() => ID, { description: 'Its name as an axis.' })
  code!: string;

  @Field(() => String, { description: 'Its name in groups and filters.' })
  field!: string;

  @Field(() => String, { description: 'Its name in words.' })
  label!: string;

  @Field(() => String, { description: 'What it means.' })
  definition!: string;

  @Field(() => String, { description: 'Where the codes come from.' })
  source!: string;

  @Field(() => Boolean, { description: 'Whether it is defined only for encounters that met somebody.' })
  isOutcome!: boolean;

  @Field(() => [CodebookCode], { description: 'Every node below the root, headings before their parts.' })
  codes!: CodebookCode[];
}

@ObjectType({ description: 'A measure: what is counted, among whom.' })
export class CodebookMeasure {
  @Field(() => ID, { description: 'Its field in rows.' })
  code!: string;

  @Field(() => String, { description: 'Its name in words.' })
  label!: string;

  @Field(() => MeasureKind, { description: 'What it computes.' })
  kind!: string;

  @Field(() => MeasureUnit, { description: 'The unit of its value.' })
  unit!: string;

  @Field(() => Benefit, { description: 'The benefit it tests.' })
  benefit!: string;

  @Field(() => String, { description: 'What it means.' })
  definition!: string;

  @Field(() => ID, { description: 'The dimension it counts codes of.' })
  dimension!: string;

  @Field(() => [String], { nullable: true, description: 'Codes counted; null when it is no rate.' })
  numerator!: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Codes they are counted among; null when it is no rate.' })
  denominator!: string[] | null;

  @Field(() => String, { description: 'What stays out besides unknown, not collected and not engaged.' })
  exclusions!: string;

  @Field(() => String, { description: 'Where the definition comes from.' })
  source!: string;
}

@ObjectType({ description: 'Every dimension and measure, from the same catalogue the schema is made of.' })
export class Codebook {
  @Field(() => [CodebookDimension], { description: 'Every dimension.' })
  dimensions!: CodebookDimension[];

  @Field(() => [CodebookMeasure], { description: 'Every measure.' })
  measures!: CodebookMeasure[];
}
