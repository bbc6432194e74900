import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';

import { AreaLevel, PeriodInput, ReachResult } from '../../../schema/graphql/index.js';
import { answerReach } from '../../flow/index.js';
import type { Context } from '../context.js';
import { reachOnWire } from '../wire.js';

@ArgsType()
class ReachArgs {
  @Field(() => ID, { description: 'The program, as in `programs`.' })
  program!: string;

  @Field(() => PeriodInput, { nullable: true, description: 'Closed periods; every released one when absent.' })
  period?: PeriodInput | null;

  @Field(() => AreaLevel, {
    nullable: true,
    description: 'The area to measure it in; the place it answers for when absent.',
  })
  area?: 'AGENCY' | 'COUNTY' | 'STATE' | null;

  @Field(() => ID, { nullable: true, description: 'The release to ask; the latest when absent.' })
  release?: string | null;
}

@Resolver()
export class ReachResolver {
  @Query(() => ReachResult, {
    description:
      'How much of the crisis encounters in its area and hours a program meets, by parts of the week: "24/7" as a number. ' +
      'Two tables of `outcomes` are behind it, and count as such.',
  })
  async reach(
    @Args(() => ReachArgs) { program, period, area, release }: ReachArgs,
    @Ctx() { asker, house }: Context,
  ): Promise<object> {
    const question = {
      programId: program,
      period: period ? { from: period.from, to: period.to } : null,
      area: area ?? null,
      releaseId: release ?? null,
    };
    const as = { field: 'reach', program } as const;
    return reachOnWire(await answerReach(question, asker, house), { as, measures: [] });
  }
}
