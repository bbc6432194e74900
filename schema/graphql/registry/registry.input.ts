import { Field, ID, InputType } from 'type-graphql';

import { DefinitionPointCode, dimensionEnums } from '../dimension-enums.js';
import { MeasureCode } from '../measure-enums.js';
import { AgencyKind, Audience, State, Weekday } from '../enums.js';

@InputType({ description: 'An agency that is to take part.' })
export class AgencyInput {
  @Field(() => ID, {
    description: 'Its id for good, in small letters, digits and hyphens, such as harbor-city-pd.',
  })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => AgencyKind, { description: 'What sort of agency it is.' })
  kind!: keyof typeof AgencyKind;

  @Field(() => String, { description: 'Its county with the state, such as WA/King.' })
  county!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'True when every row of it is invented.' })
  isSynthetic!: boolean;
}

@InputType({ description: 'Hours a program answers on some days of the week, local time.' })
export class OpeningInput {
  @Field(() => [Weekday], { description: 'The days it opens on.' })
  days!: (keyof typeof Weekday)[];

  @Field(() => String, { description: 'When it opens, on a quarter of an hour, such as 08:00.' })
  from!: string;

  @Field(() => String, {
    description: 'When it closes; on the day after when it is not after `from`, 24 hours later when equal.',
  })
  until!: string;
}

@InputType({ description: 'A program of an agency. An agency has at most one for a response model.' })
export class ProgramInput {
  @Field(() => ID, { description: 'The agency that runs it.' })
  agency!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => dimensionEnums['RESPONSE_MODEL'] ?? String, { description: 'The response model it delivers.' })
  responseModel!: string;

  @Field(() => String, { description: 'First day, such as 2022-04-01.' })
  startedOn!: string;

  @Field(() => String, { nullable: true, description: 'Last day; absent or null while it runs.' })
  endedOn?: string | null;

  @Field(() => String, { description: 'Hours of operation, in words.' })
  hours!: string;

  @Field(() => String, { description: 'Area served, in words.' })
  area!: string;

  @Field(() => [OpeningInput], {
    nullable: true,
    description: 'The hours by day and time: without them `reach` cannot tell what is within the hours.',
  })
  openings?: OpeningInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The place it answers for: its agency, or the county or state of it. Its agency when absent.',
  })
  serves?: string | null;
}

@InputType({ description: 'Agencies to be answered together.' })
export class PeerGroupInput {
  @Field(() => ID, { description: 'Its id, in small letters, digits and hyphens, such as rural-sheriffs.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  label!: string;

  @Field(() => String, {
    description: 'What makes its members alike, in words, such as `rural sheriffs of the plains`: never their counts.',
  })
  basis!: string;

  @Field(() => [ID], { description: 'At least four agencies, none of which is in another group.' })
  agencies!: string[];
}

@InputType({ description: 'Who is to hold a token.' })
export class TokenInput {
  @Field(() => String, { description: 'Who it is for, in words.' })
  name!: string;

  @Field(() => Audience, { description: 'As which audience the holder asks.' })
  audience!: keyof typeof Audience;

  @Field(() => ID, { nullable: true, description: 'The agency of an analyst or steward; nobody else has one.' })
  agency?: string | null;

  @Field(() => State, { nullable: true, description: 'The state of a state office; nobody else has one.' })
  state?: string | null;
}

@InputType({ description: 'How an agency settles one point of a definition.' })
export class DeclaredPointInput {
  @Field(() => DefinitionPointCode, { description: 'The point; it must be one that changes the measure.' })
  point!: string;

  @Field(() => String, {
    description:
      'A code of the point, as in the codebook; or the name and number of a document, where it asks for one.',
  })
  value!: string;
}

@InputType({ description: 'What an agency’s numbers of a measure mean from a month on.' })
export class DeclarationInput {
  @Field(() => ID, { description: 'The agency.' })
  agency!: string;

  @Field(() => MeasureCode, { description: 'The measure.' })
  measure!: string;

  @Field(() => String, { description: 'First month it is true of, such as 2024-07; not after the current one.' })
  validFrom!: string;

  @Field(() => String, { description: 'Why, or what changed, in words.' })
  reason!: string;

  @Field(() => [DeclaredPointInput], { description: 'The points it settles, each once. Others stay as they were.' })
  points!: DeclaredPointInput[];
}
