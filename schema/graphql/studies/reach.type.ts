import { Field, Float, ObjectType, createUnionType } from 'type-graphql';

import { dimensionEnums } from '../dimension-enums.js';
import { enumType } from '../enum-type.js';
import { Protection } from '../enums.js';
import { CountEstimate, IntervalEstimate, RateEstimate } from '../estimate.type.js';
import { AppliedPolicy, Contributor, Refusal } from '../outcomes.type.js';
import { Program } from '../registry/registry.type.js';
import { Release } from '../release.type.js';

const Openness = enumType({
  name: 'Openness',
  description: 'How the hours of a program lie to a part of the week.',
  values: {
    WITHIN: 'The program answers in all of it.',
    PARTLY: 'The program answers in some of it.',
    OUTSIDE: 'The program answers in none of it.',
  },
});

export const AreaLevel = enumType({
  name: 'AreaLevel',
  description: 'How wide an area around a program is.',
  values: {
    AGENCY: 'The agency that runs it.',
    COUNTY: 'The agencies of that agency’s county.',
    STATE: 'The agencies of that agency’s state.',
  },
});

const SHARE =
  'Encounters the program’s response model was dispatched to, among encounters of the area whose response model is known. ' +
  'A rate as any other: both sides must reach the threshold, so none is never told apart from few.';

@ObjectType({ description: 'A shift, on weekdays or weekends alone where the program’s hours differ between them.' })
export class ReachPart {
  @Field(() => dimensionEnums['SHIFT'] ?? String, { description: 'The shift.' })
  shift!: string;

  @Field(() => dimensionEnums['WEEKEND'] ?? String, {
    nullable: true,
    description: 'Whether the part is of the weekend; null where the hours are the same all week.',
  })
  weekend!: string | null;

  @Field(() => Openness, {
    nullable: true,
    description: 'How the program’s hours lie to it; null while they are known in words only.',
  })
  openness!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Hours a week the program answers in it; null while its hours are known in words only.',
  })
  openHours!: number | null;

  @Field(() => Float, { description: 'Hours of it in a week, 168 in all parts together.' })
  hours!: number;

  @Field(() => CountEstimate, { description: 'Encounters of the area in it, whatever was dispatched.' })
  encounters!: CountEstimate;

  @Field(() => RateEstimate, { description: SHARE })
  share!: RateEstimate;
}

@ObjectType({
  description:
    'How much of the crisis encounters in its area a program’s response model is sent to, and whether the program is there ' +
    'when they happen. All from displayed counts.',
})
export class Reach {
  @Field(() => Program, { description: 'The program.' })
  program!: Program;

  @Field(() => String, { description: 'The area it is measured in: an agency id, a county or a state.' })
  area!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'Hours a week the program answers, of 168; null while its hours are known in words only.',
  })
  weeklyHours!: number | null;

  @Field(() => RateEstimate, { description: `Whatever the time of the call. ${SHARE}` })
  share!: RateEstimate;

  @Field(() => [ReachPart], { description: 'The parts of the week, in order. Calls at an unknown time are in none.' })
  parts!: ReachPart[];

  @Field(() => RateEstimate, {
    description: `In the parts wholly within its hours; NOT_APPLICABLE where there is none, or hours in words only. ${SHARE}`,
  })
  withinHours!: RateEstimate;

  @Field(() => RateEstimate, {
    description: `In the parts wholly outside its hours; NOT_APPLICABLE where there is none, or hours in words only. ${SHARE}`,
  })
  outsideHours!: RateEstimate;

  @Field(() => RateEstimate, {
    description:
      'Encounters of the area in the parts wholly within the hours, among those in any part: how much of the need falls ' +
      'where the program answers at all. NOT_APPLICABLE around the clock, where it is all by definition, where no part is ' +
      'wholly within the hours, and while they are known in words only.',
  })
  encountersWithinHours!: RateEstimate;

  @Field(() => IntervalEstimate, {
    description:
      'The lowest share of a part divided by the highest: near 1 for a program really there around the clock. Both are ' +
      'picked from the numbers, so chance alone brings it below 1. SUPPRESSED where the share of any part is.',
  })
  lowestToHighest!: IntervalEstimate;

  @Field(() => [String], {
    description: 'What must be said of the denominator, the hours and the life of the program.',
  })
  notes!: string[];

  @Field(() => [Contributor], { description: 'Every agency of the area: who is in, and who is missing.' })
  contributors!: Contributor[];

  @Field(() => Release, { description: 'The release the numbers come from.' })
  release!: Release;

  @Field(() => AppliedPolicy, { description: 'The policy and lens the numbers were protected with.' })
  policy!: AppliedPolicy;

  @Field(() => Protection, { description: 'Whether the counts carry the noise of disclosure control.' })
  protection!: string;

  @Field(() => [String], { description: 'What a reader must know before quoting the numbers.' })
  footnotes!: string[];

  @Field(() => [String], {
    description: 'Cite the two tables behind it: `outcomes` of the area by parts of the week, and of the whole area.',
  })
  handles!: string[];
}

export const ReachResult = createUnionType({
  name: 'ReachResult',
  description: 'The reach of a program, or the reason there is none.',
  types: () => [Reach, Refusal] as const,
  resolveType: (value) => ('reason' in value ? Refusal : Reach),
});
