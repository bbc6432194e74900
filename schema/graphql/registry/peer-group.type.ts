import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'Agencies alike by what they are, so that one too small to be seen is answered among its peers. A place of its own: ' +
    'filter by `peerGroup`, lay out by PEER_GROUP.',
})
export class PeerGroup {
  @Field(() => ID, { description: 'Its id in filters and groups.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  label!: string;

  @Field(() => String, { description: 'What makes its members alike, in words: never their counts.' })
  basis!: string;

  /** For the loader of `agencies`. */
  agencyIds!: readonly string[];
}

@ObjectType({ description: 'A peer group of the register.' })
export class RegisteredPeerGroup {
  @Field(() => PeerGroup, { description: 'The group.' })
  group!: PeerGroup;

  @Field(() => GraphQLISODateTime, { description: 'Since when the register has it with these members.' })
  since!: Date;

  @Field(() => Boolean, {
    description:
      'Whether the latest release has it with these members, so that it can be asked for. If not, it waits for the yearly revision, or would give a few agencies away beside the areas.',
  })
  isReleased!: boolean;
}

@ObjectType({ description: 'Other peer groups put in place of all there were. The latest change holds.' })
export class PeerGroupChange {
  @Field(() => ID, { description: 'Its number, in the order of time.' })
  id!: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was written down. Releases follow at the yearly revision.' })
  changedAt!: Date;

  @Field(() => String, { description: 'Why, in the words of the operator.' })
  reason!: string;

  @Field(() => [PeerGroup], { description: 'Every peer group from then on.' })
  groups!: PeerGroup[];
}
