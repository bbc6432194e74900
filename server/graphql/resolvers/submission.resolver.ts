import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';

import { Agency, Submission, SubmissionConnection } from '../../../schema/graphql/index.js';
import type { Connection } from '../../../schema/graphql/index.js';
import {
  acceptSubmission,
  eraseEncounters,
  listSubmissions,
  submissionSeenBy,
  withdrawSubmission,
} from '../../flow/index.js';
import type { Context } from '../context.js';
import { PageArgs, connectionFrom, pageAsked } from '../pagination.js';

const ENCOUNTERS = { defaultValue: [], description: 'Encounters, by their keys in the anonymised file.' };
const PERSONS = {
  defaultValue: [],
  description: 'Everything of these persons, by their tokens in the anonymised file.',
};

@Resolver(() => Submission)
export class SubmissionResolver {
  @Query(() => SubmissionConnection, {
    description: 'Submissions, newest first: of your agency, or of every one for an operator.',
  })
  async submissions(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { asker, house }: Context,
  ): Promise<Connection<object>> {
    const { first, after } = pageAsked(page);
    return connectionFrom({ ...(await listSubmissions({ first: first + 1, after }, asker, house)), first });
  }

  @Mutation(() => Submission, {
    description: 'Accept a submission: its months may be released from now on. Steward or operator.',
  })
  async acceptSubmission(
    @Arg('id', () => ID, { description: 'The submission, as in its receipt.' }) id: string,
    @Ctx() { asker, house }: Context,
  ): Promise<object> {
    return submissionSeenBy(asker, await acceptSubmission({ submissionId: id }, asker, house));
  }

  @Mutation(() => Submission, {
    description:
      'Withdraw a submission for good: it will not be released. Where it was released already, it stays until the next revision. Steward or operator.',
  })
  async withdrawSubmission(
    @Arg('id', () => ID, { description: 'The submission, as in its receipt.' }) id: string,
    @Ctx() { asker, house }: Context,
  ): Promise<object> {
    return submissionSeenBy(asker, await withdrawSubmission({ submissionId: id }, asker, house));
  }

  @Mutation(() => Int, {
    description:
      'Erase encounters by law, by their keys or by the persons’ tokens; gives how many were found. Those released leave no identifier now, and the counts at the next revision. Steward only.',
  })
  async eraseEncounters(
    @Arg('agency', () => ID, { description: 'The agency whose encounters they are.' }) agencyId: string,
    @Arg('encounters', () => [String], ENCOUNTERS) encounterKeys: string[],
    @Arg('persons', () => [String], PERSONS) personTokens: string[],
    @Ctx() { asker, house }: Context,
  ): Promise<number> {
    return eraseEncounters({ agencyId, encounterKeys, personTokens }, asker, house);
  }

  @FieldResolver(() => Agency, { description: 'The agency that sent it.' })
  async agency(@Root() { agencyId }: Submission, @Ctx() { loaders }: Context): Promise<object | null> {
    return loaders.agencyById.load(agencyId);
  }
}
