import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { Agency, Contributor } from '../../../schema/graphql/index.js';
import type { Context } from '../context.js';

@Resolver(() => Contributor)
export class ContributorResolver {
  @FieldResolver(() => Agency, { description: 'The agency.' })
  async agency(@Root() { agencyId }: Contributor, @Ctx() { loaders }: Context): Promise<object | null> {
    return loaders.agencyById.load(agencyId);
  }
}
