import { Field, ID, ObjectType } from 'type-graphql';

import { Axis, DimensionCode } from './dimension-enums.js';
import { Benefit, MeasureKind, MeasureUnit } from './enums.js';

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
  @Field(() => Axis, { description: 'Its name as an axis.' })
  code!: string;

  @Field(() => String, { description: 'Its name in groups and filters.' })
  field!: string;

  @Field(() => String, { description: 'Its name in words.' })
  label!: string;

  @Field(() => String, { description: 'What it means.' })
  definition!: string;

  @Field(() => String, { description: 'Where the codes come from: a standard, a law or a study.' })
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

  @Field(() => DimensionCode, {
    description: 'The dimension it counts codes of. It takes one of the dimensions a table may restrict.',
  })
  dimension!: string;

  @Field(() => [String], { nullable: true, description: 'Codes counted; null when it is no rate.' })
  numerator!: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Codes they are counted among; null when it is no rate.' })
  denominator!: string[] | null;

  @Field(() => String, { description: 'What stays out besides unknown, not collected and not engaged.' })
  exclusions!: string;

  @Field(() => String, { description: 'Where the definition comes from: a standard, a law or a study.' })
  source!: string;
}

@ObjectType({ description: 'Every dimension and measure, from the same catalogue the schema is made of.' })
export class Codebook {
  @Field(() => [CodebookDimension], { description: 'Every dimension, or those asked for.' })
  dimensions!: CodebookDimension[];

  @Field(() => [CodebookMeasure], { description: 'Every measure, or those asked for.' })
  measures!: CodebookMeasure[];
}
