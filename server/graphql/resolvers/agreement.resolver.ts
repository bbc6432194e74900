import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';

import { Agency, AgreementChange, AgreementChangeConnection } from '../../../schema/graphql/index.js';
import type { Connection } from '../../../schema/graphql/index.js';
import { changeAgreement, listAgreements } from '../../flow/index.js';
import type { Context } from '../context.js';
import { PageArgs, connectionFrom, pageAsked } from '../pagination.js';

const GRANTING = { description: 'Id of the agency whose agency-level cells are seen.' } as const;
const ASKING = { description: 'Id of the agency that sees them.' } as const;
const IS_GRANTED = { description: 'True to grant, false to take back.' } as const;

@Resolver(() => AgreementChange)
export class AgreementResolver {
  @Query(() => AgreementChangeConnection, {
    description: 'Every agreement between agencies, newest first: those of your agency, or all for an operator.',
  })
  async agreements(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { asker, house }: Context,
  ): Promise<Connection<object>> {
    const { first, after } = pageAsked(page);
    return connectionFrom({ ...(await listAgreements({ first: first + 1, after }, asker, house)), first });
  }

  @Mutation(() => AgreementChange, {
    description: 'Let one agency see the agency-level cells of another, or no longer. Operator only.',
  })
  async changeAgreement(
    @Arg('granting', () => ID, GRANTING) grantingAgencyId: string,
    @Arg('asking', () => ID, ASKING) askingAgencyId: string,
    @Arg('isGranted', () => Boolean, IS_GRANTED) isGranted: boolean,
    @Ctx() { asker, house }: Context,
  ): Promise<object> {
    return changeAgreement({ grantingAgencyId, askingAgencyId, isGranted }, asker, house);
  }

  @FieldResolver(() => Agency, { description: 'The agency whose agency-level cells are seen.' })
  async granting(@Root() { grantingAgencyId }: AgreementChange, @Ctx() { loaders }: Context): Promise<object | null> {
    return loaders.agencyById.load(grantingAgencyId);
  }

  @FieldResolver(() => Agency, { description: 'The agency that sees them.' })
  async asking(@Root() { askingAgencyId }: AgreementChange, @Ctx() { loaders }: Context): Promise<object | null> {
    return loaders.agencyById.load(askingAgencyId);
  }
}
