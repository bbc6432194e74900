import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';

import { DefinitionPointCode, DimensionCode, dimensionEnums } from '../dimension-enums.js';
import { MeasureCode } from '../measure-enums.js';
import { AgencyKind, ParticipationMode, State, SubmissionStatus, Weekday } from '../enums.js';

@ObjectType({ description: 'An agency that takes part.' })
export class Agency {
  @Field(() => ID, { description: 'Its id in filters and groups.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => AgencyKind, { description: 'What sort of agency it is.' })
  kind!: string;

  @Field(() => State, { description: 'Its state.' })
  state!: string;

  @Field(() => String, { description: 'Its county with the state, such as WA/King.' })
  county!: string;

  @Field(() => ParticipationMode, { description: 'Where its rows are.' })
  mode!: string;

  @Field(() => Boolean, { description: 'True when every row of it is invented.' })
  isSynthetic!: boolean;
}

@ObjectType({ description: 'Hours a program answers on some days of the week, local time.' })
export class Opening {
  @Field(() => [Weekday], { description: 'The days it opens on.' })
  days!: string[];

  @Field(() => String, { description: 'When it opens, such as 08:00.' })
  from!: string;

  @Field(() => String, {
    description:
      'When it closes, such as 20:00; on the day after when it is not after `from`, 24 hours later when equal.',
  })
  until!: string;
}

@ObjectType({ description: 'A crisis-response program: who delivers a response model, where and when.' })
export class Program {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => dimensionEnums['RESPONSE_MODEL'] ?? String, { description: 'The response model it delivers.' })
  responseModel!: string;

  @Field(() => String, { description: 'First day, such as 2022-04-01.' })
  startedOn!: string;

  @Field(() => String, { nullable: true, description: 'Last day; null while it runs.' })
  endedOn!: string | null;

  @Field(() => String, { description: 'Hours of operation, in words.' })
  hours!: string;

  @Field(() => String, { description: 'Area served, in words.' })
  area!: string;

  @Field(() => [Opening], {
    nullable: true,
    description: 'The hours by day and time, local; null while they are known in words only.',
  })
  openings!: Opening[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The agency, county or state it answers for, in which `reach` measures it; null stands for its agency.',
  })
  serves!: string | null;

  /** For the loader of `agency`. */
  agencyId!: string;
}

@ObjectType({ description: 'A file of anonymised encounters an agency sent: all there, or not there.' })
export class Submission {
  @Field(() => ID, { description: 'Its id, as in the receipt.' })
  id!: string;

  @Field(() => SubmissionStatus, { description: 'Where it stands.' })
  status!: string;

  @Field(() => String, { description: 'SHA-256 of the file: the same file is the same submission.' })
  contentSha256!: string;

  @Field(() => GraphQLISODateTime, { description: 'When it came.' })
  receivedAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was accepted or withdrawn; null before.' })
  decidedAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'Rows taken in, exactly. Null unless you belong to the agency.' })
  rowsAccepted!: number | null;

  @Field(() => Int, { nullable: true, description: 'Rows rejected, exactly. Null unless you belong to the agency.' })
  rowsRejected!: number | null;

  @Field(() => String, { nullable: true, description: 'First month in it; null when no row was good.' })
  firstMonth!: string | null;

  @Field(() => String, { nullable: true, description: 'Last month in it; null when no row was good.' })
  lastMonth!: string | null;

  @Field(() => [DimensionCode], { description: 'What the agency never records: every row of the file says so.' })
  notCollected!: string[];

  @Field(() => [ID], {
    description:
      'Earlier accepted submissions of the agency with some of the same months. A month is the latest one’s, whole: what only the earlier has for it is not released.',
  })
  replaces!: string[];

  /** For the loader of `agency`. */
  agencyId!: string;
}

@ObjectType({
  description: 'One agency letting another see its agency-level cells, or taking it back. The latest of a pair holds.',
})
export class AgreementChange {
  @Field(() => ID, { description: 'Its number, in the order of time.' })
  id!: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was written down. It holds from then on.' })
  changedAt!: Date;

  @Field(() => Boolean, { description: 'True for granted, false for taken back.' })
  isGranted!: boolean;

  /** For the loader of `granting`. */
  grantingAgencyId!: string;

  /** For the loader of `asking`. */
  askingAgencyId!: string;
}

@ObjectType({ description: 'How an agency settles one point of a definition.' })
export class DeclaredPoint {
  @Field(() => DefinitionPointCode, { description: 'The point.' })
  point!: string;

  @Field(() => String, {
    description:
      'A code of the point, as in the codebook; or the name of the agency’s own document, where it asks for one.',
  })
  value!: string;
}

@ObjectType({
  description:
    'What the steward of an agency declared its numbers of a measure to mean. Declarations are added, never changed: in a ' +
    'month, a point is as the declaration with the latest `validFrom` up to it says; of two with the same, the newer.',
})
export class Declaration {
  @Field(() => ID, { description: 'Its number, in the order of time.' })
  id!: string;

  @Field(() => MeasureCode, {
    description: 'The measure it was declared for. A point that other measures share holds for them too.',
  })
  measure!: string;

  @Field(() => String, { description: 'First month it is true of, such as 2024-07.' })
  validFrom!: string;

  @Field(() => String, { description: 'Why, or what changed, in the steward’s words.' })
  reason!: string;

  @Field(() => [DeclaredPoint], { description: 'The points it settles. Others stay as they were.' })
  points!: DeclaredPoint[];

  @Field(() => GraphQLISODateTime, { description: 'When it was declared.' })
  declaredAt!: Date;

  @Field(() => ID, { description: 'Whose token it was declared with: the same id is the same token.' })
  declaredBy!: string;
}
