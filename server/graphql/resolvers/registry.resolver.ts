import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import {
  Agency,
  AgencyConnection,
  Declaration,
  PeerGroup,
  Program,
  ProgramConnection,
  State,
} from '../../../schema/graphql/index.js';
import type { Connection } from '../../../schema/graphql/index.js';
import type { Context } from '../context.js';
import { PageArgs, pageOf } from '../pagination.js';

const STATE = { nullable: true, description: 'Of this state only; of all when absent.' } as const;

@Resolver(() => Agency)
export class AgencyResolver {
  @Query(() => AgencyConnection, { description: 'The agencies that take part, in order of id.' })
  async agencies(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('state', () => State, STATE) state: string | null | undefined,
    @Ctx() { house }: Context,
  ): Promise<Connection<object>> {
    const agencies = await house.store.registry.agencies();
    return pageOf(
      agencies.filter((agency) => !state || agency.state === state),
      page,
    );
  }

  @FieldResolver(() => [Program], { description: 'Its programs.' })
  async programs(@Root() { id }: Agency, @Ctx() { loaders }: Context): Promise<readonly object[]> {
    return loaders.programsOfAgency.load(id);
  }

  @FieldResolver(() => [Declaration], {
    description: 'Everything its steward ever declared its numbers to mean, newest first.',
  })
  async declarations(@Root() { id }: Agency, @Ctx() { loaders }: Context): Promise<readonly object[]> {
    return loaders.declarationsOfAgency.load(id);
  }

  @FieldResolver(() => PeerGroup, {
    nullable: true,
    description: 'Its peer group in the register; null where it is in none.',
  })
  async peerGroup(@Root() { id }: Agency, @Ctx() { loaders }: Context): Promise<object | null> {
    return loaders.peerGroupOfAgency.load(id);
  }
}

@Resolver(() => Program)
export class ProgramResolver {
  @Query(() => ProgramConnection, { description: 'The programs of the region, in order of id.' })
  async programs(@Args(() => PageArgs) page: PageArgs, @Ctx() { house }: Context): Promise<Connection<object>> {
    return pageOf(await house.store.registry.programs(), page);
  }

  @FieldResolver(() => Agency, { description: 'The agency it belongs to.' })
  async agency(@Root() { agencyId }: Program, @Ctx() { loaders }: Context): Promise<object | null> {
    return loaders.agencyById.load(agencyId);
  }
}
