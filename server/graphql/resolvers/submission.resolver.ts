import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';

import { Agency, Submission, SubmissionConnection } from '../../../schema/graphql/index.js';
import type { Connection } from '../../../schema/graphql/index.js';
import type { Submission as SubmissionRecord, TokenHolder } from '../../../schema/records/index.js';
import { submissionsSeenBy } from '../../access/index.js';
import { acceptSubmission, eraseEncounters, withdrawSubmission } from '../../flow/index.js';
import { AskerError } from '../../lib/index.js';
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
    const seen = submissionsSeenBy(asker);
    if (seen === 'NONE') throw noSubmissions();

    const { first, after } = pageAsked(page);
    const { submissions } = house.store;
    const [found, totalCount] = await Promise.all([
      submissions.list(seen.agencyId, { first: first + 1, after }),
      submissions.count(seen.agencyId),
    ]);
    return connectionFrom({ found: found.map((submission) => onWire(submission, asker)), first, totalCount });
  }

  @Mutation(() => Submission, {
    description: 'Accept a submission: its months may be released from now on. Steward or operator.',
  })
  async acceptSubmission(
    @Arg('id', () => ID, { description: 'The submission, as in its receipt.' }) id: string,
    @Ctx() { asker, house }: Context,
  ): Promise<object> {
    return onWire(await acceptSubmission({ submissionId: id }, asker, house), asker);
  }

  @Mutation(() => Submission, {
    description:
      'Withdraw a submission for good: it will not be released. Where it was released already, it stays until the next revision. Steward or operator.',
  })
  async withdrawSubmission(
    @Arg('id', () => ID, { description: 'The submission, as in its receipt.' }) id: string,
    @Ctx() { asker, house }: Context,
  ): Promise<object> {
    return onWire(await withdrawSubmission({ submissionId: id }, asker, house), asker);
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

/** Row counts are exact, so they are for the agency's own people alone. */
function onWire(submission: SubmissionRecord, { agencyId }: TokenHolder): SubmissionRecord {
  return submission.agencyId === agencyId
    ? submission
    : ({ ...submission, rowsAccepted: null, rowsRejected: null } as object as SubmissionRecord);
}

function noSubmissions(): AskerError {
  return new AskerError(
    'FORBIDDEN',
    'Your audience sees no submissions. The people of an agency see its own, an operator every one. Ask `releases` for what is published.',
  );
}
