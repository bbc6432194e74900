import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';

import {
  Agency,
  Release,
  ReleaseChange,
  ReleaseConnection,
  ReleaseDraft,
  ReleaseKind,
  ReleaseParticipant,
} from '../../../schema/graphql/index.js';
import type { Connection } from '../../../schema/graphql/index.js';
import { draftRelease, publishRelease } from '../../flow/index.js';
import type { Context } from '../context.js';
import { PageArgs, connectionFrom, pageAsked } from '../pagination.js';
import { releaseOnWire } from '../wire.js';

const KIND = { defaultValue: 'ORDINARY', description: 'What the release may change.' } as const;

@Resolver()
export class ReleaseResolver {
  @Query(() => ReleaseConnection, { description: 'The releases, newest first.' })
  async releases(@Args(() => PageArgs) page: PageArgs, @Ctx() { house }: Context): Promise<Connection<object>> {
    const { first, after } = pageAsked(page);
    const { releases } = house.store;
    const [found, totalCount] = await Promise.all([releases.list({ first: first + 1, after }), releases.count()]);
    return connectionFrom({ found: found.map(releaseOnWire), first, totalCount });
  }

  @Mutation(() => ReleaseDraft, {
    description: 'Draft a release of every closed month up to one, and see what it changes. Operator only.',
  })
  async draftRelease(
    @Arg('throughMonth', () => String, { description: 'Last month to publish, such as 2025-12; it must be closed.' })
    throughMonth: string,
    @Arg('kind', () => ReleaseKind, KIND) kind: keyof typeof ReleaseKind,
    @Ctx() { asker, house }: Context,
  ): Promise<object> {
    return draftRelease({ throughMonth, kind }, asker, house);
  }

  @Mutation(() => Release, {
    description: 'Publish a draft, exactly as drafted. A release never changes. Operator only.',
  })
  async publishRelease(
    @Arg('draft', () => ID, { description: 'The draft, as `draftRelease` named it.' }) draftId: string,
    @Ctx() { asker, house }: Context,
  ): Promise<object> {
    return releaseOnWire(await publishRelease({ draftId }, asker, house));
  }
}

@Resolver(() => ReleaseParticipant)
export class ReleaseParticipantResolver {
  @FieldResolver(() => Agency, { description: 'The agency.' })
  async agency(@Root() { agencyId }: ReleaseParticipant, @Ctx() { loaders }: Context): Promise<object | null> {
    return loaders.agencyById.load(agencyId);
  }
}

@Resolver(() => ReleaseChange)
export class ReleaseChangeResolver {
  @FieldResolver(() => Agency, { description: 'The agency.' })
  async agency(@Root() { agencyId }: ReleaseChange, @Ctx() { loaders }: Context): Promise<object | null> {
    return loaders.agencyById.load(agencyId);
  }
}
