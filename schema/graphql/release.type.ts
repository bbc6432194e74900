import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';

import { DimensionCode } from './dimension-enums.js';
import { PeerGroup } from './registry/peer-group.type.js';
import { ReleaseChangeKind, ReleaseKind, ReleaseWait } from './enums.js';

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

  @Field(() => ReleaseKind, { description: 'What it could change of what was published before.' })
  kind!: string;

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

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'When it stopped answering, because encounters in it were erased by law or the secrets were changed; null while it answers.',
  })
  retiredAt!: Date | null;

  @Field(() => String, {
    description:
      'What it was made with, as the JSON text that is signed: rules, key ids, participants, epochs and commitments of every block, and the hash of the manifest before. Holds no count.',
  })
  manifest!: string;

  @Field(() => String, {
    description: 'Ed25519 signature of `manifest`, base64. Check it with `region { signingKey }`.',
  })
  signature!: string;

  @Field(() => [ReleaseParticipant], { description: 'Every agency in it, and what it reported.' })
  participants!: ReleaseParticipant[];

  @Field(() => [PeerGroup], {
    description: 'Its peer groups, frozen when it was drafted. Only these can be asked for.',
  })
  peerGroups!: PeerGroup[];
}

@ObjectType({ description: 'What a draft does with months of one agency.' })
export class ReleaseChange {
  @Field(() => ReleaseChangeKind, { description: 'What is done.' })
  change!: string;

  @Field(() => ReleaseWait, { nullable: true, description: 'What the months wait for; null unless `change` is WAITS.' })
  waitsFor?: string;

  @Field(() => [String], { description: 'The months, in order.' })
  months!: string[];

  /** For the loader of `agency`. */
  agencyId!: string;
}

@ObjectType({ description: 'A release on paper: exactly what publishing it would publish. Metadata only.' })
export class ReleaseDraft {
  @Field(() => ID, { description: 'Its id, for `publishRelease`.' })
  id!: string;

  @Field(() => ReleaseKind, { description: 'Whether it adds months only, or revises older ones too.' })
  kind!: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was drafted.' })
  createdAt!: Date;

  @Field(() => String, { description: 'Last month it publishes.' })
  throughMonth!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The release it follows; null for the first. Once there is a later one it cannot be published.',
  })
  baseId!: string | null;

  @Field(() => [ReleaseChange], {
    description: 'Everything that is different from the release it follows. An agency not named stays as it is.',
  })
  changes!: ReleaseChange[];
}
