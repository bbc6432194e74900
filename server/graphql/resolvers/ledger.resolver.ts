import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import {
  Agency,
  LedgerAlert,
  LedgerCheck,
  LedgerEntry,
  LedgerEntryConnection,
  Replay,
} from '../../../schema/graphql/index.js';
import type { Connection } from '../../../schema/graphql/index.js';
import type { LedgerEntry as LedgerRecord } from '../../../schema/records/index.js';
import { checkLedger, ledgerAlerts, ledgerSeenBy, questionIn, replayQuestion } from '../../flow/index.js';
import { AskerError } from '../../lib/index.js';
import type { Context } from '../context.js';
import { PageArgs, connectionFrom, pageAsked } from '../pagination.js';

const ENTRY = { description: 'Number of the entry.' } as const;
const RELEASE = {
  nullable: true,
  defaultValue: null,
  description: 'Id of a release; the latest when left out.',
} as const;

@Resolver(() => LedgerEntry)
export class LedgerResolver {
  @Query(() => LedgerEntryConnection, {
    description:
      'Every question asked, newest first: about areas your agency is in, for its people; all of them, for an operator.',
  })
  async ledger(@Args(() => PageArgs) page: PageArgs, @Ctx() { asker, house }: Context): Promise<Connection<object>> {
    const areas = await ledgerSeenBy(asker, house);
    const { first, after } = pageAsked(page);
    const { ledger } = house.store;
    const [found, totalCount] = await Promise.all([
      ledger.list(areas, { first: first + 1, after }),
      ledger.count(areas),
    ]);
    return connectionFrom({ found: found.map(entryOnWire), first, totalCount });
  }

  @Query(() => LedgerCheck, { description: 'Follow the whole ledger and say whether it holds. Operator only.' })
  async ledgerCheck(@Ctx() { asker, house }: Context): Promise<object> {
    return checkLedger(asker, house);
  }

  @Query(() => [LedgerAlert], {
    description:
      'Who asked a release in a way that is worth a look: about areas your agency is in, for its people; everybody, for an ' +
      'operator. Empty when nobody did.',
  })
  async ledgerAlerts(
    @Arg('release', () => ID, RELEASE) releaseId: string | null,
    @Ctx() { asker, house }: Context,
  ): Promise<readonly object[]> {
    return ledgerAlerts({ releaseId }, asker, house);
  }

  @Query(() => Replay, {
    description: 'Ask a question of the ledger again and say whether it has the same numbers. Operator only.',
  })
  async replayQuestion(@Arg('id', () => ID, ENTRY) id: string, @Ctx() { asker, house }: Context): Promise<object> {
    return { id, verdict: await replayQuestion({ seq: numberIn(id) }, asker, house) };
  }

  @FieldResolver(() => Agency, { nullable: true, description: 'The asker’s agency; null for audiences without one.' })
  async agency(@Root() { agencyId }: LedgerEntry, @Ctx() { loaders }: Context): Promise<object | null> {
    return agencyId === null ? null : loaders.agencyById.load(agencyId);
  }
}

@Resolver(() => LedgerAlert)
export class LedgerAlertResolver {
  @FieldResolver(() => Agency, { nullable: true, description: 'The asker’s agency; null for audiences without one.' })
  async agency(@Root() { agencyId }: LedgerAlert, @Ctx() { loaders }: Context): Promise<object | null> {
    return agencyId === null ? null : loaders.agencyById.load(agencyId);
  }
}

function entryOnWire({ seq, question, ...entry }: LedgerRecord): { readonly id: string; readonly question: string } {
  return { ...entry, id: String(seq), question: questionIn(question) };
}

function numberIn(id: string): number {
  if (/^[1-9]\d{0,8}$/.test(id)) return Number(id);
  throw new AskerError('BAD_REQUEST', `"${id}" numbers no entry. They are numbered from 1. Ask \`ledger\` for them.`);
}
