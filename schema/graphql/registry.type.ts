import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';

import { DimensionCode, dimensionEnums } from './dimension-enums.js';
import { AgencyKind, ParticipationMode, State, SubmissionStatus } from './enums.js';

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

  /** For the loader of `agency`. */
  agencyId!: string;
}

@ObjectType({ description: 'What one agency gave to a release. Metadata only: nothing here is a count of encounters.' })
export class ReleaseParticipant {
  @Field(() => [String], { description: 'Months it reported, such as 2024-03, in order.' })
  months!: string[];

  @Field(() => [DimensionCode], {
    description: 'What it never records. Its encounters are NOT_COLLECTED there, and in no denominator.',
  })
  notCollected!: string[];

  /** For the loader of `agency`. */
  agencyId!: string;
}

@ObjectType({ description: 'An immutable publication of closed months. Every answer names one.' })
export class Release {
  @Field(() => ID, { description: 'Its id: the last month published and a running number.' })
  id!: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was published.' })
  publishedAt!: Date;

  @Field(() => String, { description: 'First month in it.' })
  fromMonth!: string;

  @Field(() => String, { description: 'Last month in it.' })
  throughMonth!: string;

  @Field(() => String, { description: 'The disclosure policy it was published under.' })
  policyId!: string;

  @Field(() => String, { description: 'Version of the set of cells that can be asked for.' })
  latticeVersion!: string;

  @Field(() => Int, { description: 'Number of agencies in it.' })
  agencyCount!: number;

  @Field(() => [ReleaseParticipant], { description: 'Every agency in it, and what it reported.' })
  participants!: ReleaseParticipant[];
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

  /** For the loader of `agency`. */
  agencyId!: string;
}
