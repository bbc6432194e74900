import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';

import {
  Agency,
  PeerGroup,
  PeerGroupChange,
  PeerGroupChangeConnection,
  PeerGroupInput,
  RegisteredPeerGroup,
} from '../../../schema/graphql/index.js';
import type { Connection } from '../../../schema/graphql/index.js';
import { describePeerGroups, replacePeerGroups } from '../../flow/index.js';
import type { Context } from '../context.js';
import { PageArgs, connectionFrom, pageAsked } from '../pagination.js';

const GROUPS = { description: 'Every peer group there is to be, in place of all there were.' } as const;
const REASON = { description: 'Why, in words, for those who read the history.' } as const;

@Resolver(() => PeerGroup)
export class PeerGroupResolver {
  @Query(() => [RegisteredPeerGroup], {
    description: 'The peer groups of the register, in order of id. A release has its own, frozen when it was drafted.',
  })
  async peerGroups(@Ctx() { house }: Context): Promise<readonly object[]> {
    return describePeerGroups(house);
  }

  @Query(() => PeerGroupChangeConnection, { description: 'Every change of the peer groups, newest first.' })
  async peerGroupChanges(@Args(() => PageArgs) page: PageArgs, @Ctx() { house }: Context): Promise<Connection<object>> {
    const { first, after } = pageAsked(page);
    const { registry } = house.store;
    const [found, totalCount] = await Promise.all([
      registry.peerGroupChanges({ first: first + 1, after }),
      registry.peerGroupChangeCount(),
    ]);
    return connectionFrom({ found, first, totalCount });
  }

  @Mutation(() => PeerGroupChange, {
    description:
      'Put other peer groups in place of all there were. The first release takes them at once, later ones at the yearly revision. Operator only.',
  })
  async replacePeerGroups(
    @Arg('groups', () => [PeerGroupInput], GROUPS) given: PeerGroupInput[],
    @Arg('reason', () => String, REASON) reason: string,
    @Ctx() { asker, house }: Context,
  ): Promise<object> {
    const groups = given.map(({ agencies, ...group }) => ({ ...group, agencyIds: agencies }));
    return replacePeerGroups({ groups, reason }, asker, house);
  }

  @FieldResolver(() => [Agency], { description: 'Its members, in order of id.' })
  async agencies(@Root() { agencyIds }: PeerGroup, @Ctx() { loaders }: Context): Promise<readonly object[]> {
    const agencies = await Promise.all(agencyIds.map((id) => loaders.agencyById.load(id)));
    return agencies.flatMap((agency) => agency ?? []);
  }
}
