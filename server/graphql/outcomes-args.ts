import { ArgsType, Field, ID } from 'type-graphql';

import { dimensions } from '../../schema/catalogue/index.js';
import { Axis, OutcomesFilter, PeriodInput } from '../../schema/graphql/index.js';
import type { OutcomesQuestion } from '../flow/index.js';

@ArgsType()
export class OutcomesArgs {
  @Field(() => OutcomesFilter, { nullable: true, description: 'Which encounters to count; all when absent.' })
  where?: OutcomesFilter;

  @Field(() => OutcomesFilter, { nullable: true, description: 'Which encounters to leave out: those in any of these.' })
  except?: OutcomesFilter;

  @Field(() => PeriodInput, { nullable: true, description: 'Closed periods to count; every released one when absent.' })
  period?: PeriodInput;

  @Field(() => [Axis], {
    defaultValue: [],
    description: 'Axes of the table; rows are their product. One row when empty.',
  })
  by!: string[];

  @Field(() => ID, { nullable: true, description: 'The release to ask; the latest when absent.' })
  release?: string;
}

/** The question of an outcomes field, in the house's own words. */
export function questionFrom(args: OutcomesArgs, measures: readonly string[]): OutcomesQuestion {
  return {
    releaseId: args.release ?? null,
    where: selectionFrom(args.where),
    except: selectionFrom(args.except),
    period: args.period === undefined ? null : { from: args.period.from, to: args.period.to },
    by: [...new Set(args.by)],
    measures,
  };
}

function selectionFrom(filter: OutcomesFilter | undefined): OutcomesQuestion['where'] {
  const given: Readonly<Record<string, readonly string[] | null | undefined>> = { ...filter };
  const nodes = dimensions.flatMap(({ code, field }) => {
    const asked = given[field];
    return asked === undefined || asked === null ? [] : [[code, asked] as const];
  });
  const place = (name: string, key: string): object => {
    const asked = given[name];
    return asked === undefined || asked === null ? {} : { [key]: asked };
  };
  return {
    nodes: Object.fromEntries(nodes),
    ...place('agency', 'agencies'),
    ...place('county', 'counties'),
    ...place('state', 'states'),
  };
}
