import { Field, ID, ObjectType } from 'type-graphql';

import { Axis, DefinitionPointCode, DimensionCode } from './dimension-enums.js';
import { enumType } from './enum-type.js';
import { Benefit, MeasureKind, MeasureUnit } from './enums.js';

const DefinitionDifference = enumType({
  name: 'DefinitionDifference',
  description: 'What it means for a comparison that two agencies settle a point differently.',
  values: {
    MINOR: 'It is told, and changes nothing.',
    MAJOR: 'Compare with caution.',
    BREAKING: 'Their numbers are not of the same thing.',
  },
});

@ObjectType({ description: 'One node of a dimension’s tree.' })
export class CodebookCode {
  @Field(() => ID, { description: 'The code.' })
  code!: string;

  @Field(() => String, { description: 'Its name.' })
  label!: string;

  @Field(() => String, { description: 'What it means.' })
  definition!: string;

  @Field(() => String, { nullable: true, description: 'The code of the heading it is part of; null at the top.' })
  parent!: string | null;

  @Field(() => Boolean, { description: 'Whether encounters are recorded with it; a heading is the sum of its parts.' })
  isLeaf!: boolean;
}

@ObjectType({ description: 'A coded property of an encounter: a tree whose leaves partition all encounters.' })
export class CodebookDimension {
  @Field(() => Axis, { description: 'Its name as an axis of a table.' })
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

@ObjectType({ description: 'One way an agency may settle a point of a definition.' })
export class CodebookPointValue {
  @Field(() => ID, { description: 'The code to declare.' })
  code!: string;

  @Field(() => String, { description: 'Its name.' })
  label!: string;

  @Field(() => String, { description: 'What it means.' })
  definition!: string;
}

@ObjectType({ description: 'Two answers whose difference means less for a comparison than that of other two.' })
export class CodebookNearerPair {
  @Field(() => [ID], { description: 'The codes of the two.' })
  between!: string[];

  @Field(() => DefinitionDifference, { description: 'What their difference means for a comparison.' })
  difference!: string;
}

@ObjectType({
  description:
    'A point of a definition that agencies are known to settle differently, and declare with `declareMeasure`.',
})
export class CodebookPoint {
  @Field(() => DefinitionPointCode, { description: 'Its code.' })
  code!: string;

  @Field(() => String, { description: 'Its name.' })
  label!: string;

  @Field(() => String, { description: 'The question an agency answers.' })
  definition!: string;

  @Field(() => String, { description: 'Where it comes from: a rule, a law or a study.' })
  source!: string;

  @Field(() => [DimensionCode], {
    description: 'It matters only in tables by one of these, or filtered on one; empty when it always matters.',
  })
  dimensions!: string[];

  @Field(() => [CodebookPointValue], {
    nullable: true,
    description: 'What may be declared; null where an agency names a document of its own.',
  })
  values!: CodebookPointValue[] | null;

  @Field(() => DefinitionDifference, { description: 'What two different answers mean for a comparison.' })
  difference!: string;

  @Field(() => [CodebookNearerPair], { description: 'Pairs of answers that are nearer to each other than that.' })
  nearer!: CodebookNearerPair[];
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

  @Field(() => [CodebookPoint], {
    description: 'The points agencies declare, because they are known to differ in them.',
  })
  points!: CodebookPoint[];

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
