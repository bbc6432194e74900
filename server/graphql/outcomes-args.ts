import { ArgsType, Field, ID, Int } from 'type-graphql';

import { dimensions } from '../../schema/catalogue/index.js';
import { Axis, OutcomesFilter, OutcomesOrderInput, PeriodInput } from '../../schema/graphql/index.js';
import type { Arrangement, OutcomesQuestion } from '../flow/index.js';
import { AskerError } from '../lib/index.js';

import { PLACES } from './axis-fields.js';

/** What every question about outcomes may say. */
@ArgsType()
export class QuestionArgs {
  @Field(() => OutcomesFilter, { nullable: true, description: 'Which encounters to count; all when absent.' })
  where?: OutcomesFilter | null;

  @Field(() => OutcomesFilter, { nullable: true, description: 'Which encounters to leave out: those in any of these.' })
  except?: OutcomesFilter | null;

  @Field(() => PeriodInput, { nullable: true, description: 'Closed periods to count; every released one when absent.' })
  period?: PeriodInput | null;

  @Field(() => [Axis], {
    defaultValue: [],
    description: 'Axes of the table; rows are their product. One row when empty.',
  })
  by!: string[];

  @Field(() => ID, { nullable: true, description: 'The release to ask; the latest when absent.' })
  release?: string | null;
}

@ArgsType()
export class OutcomesArgs extends QuestionArgs {
  @Field(() => OutcomesOrderInput, { nullable: true, description: 'The order of the rows; by the axes when absent.' })
  orderBy?: OutcomesOrderInput | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Give the first rows only, so many of them; all when absent. `rowsLeftOut` says how many are not given.',
  })
  top?: number | null;
}

/** How the rows of an answer are given. It changes nothing of which table is asked for, nor of a quota. */
export function arrangementFrom({ orderBy, top }: OutcomesArgs, selected: readonly string[]): Arrangement {
  if (typeof top === 'number' && top < 1) throw badTop(top);
  if (orderBy && !['AXES', 'ENCOUNTERS', ...selected].includes(orderBy.by)) throw notSelected(orderBy.by);
  return { orderBy: orderBy ? { by: orderBy.by, direction: orderBy.direction } : null, top: top ?? null };
}

/** The question of an outcomes field, in the house's own words. A null given is an argument left out. */
export function questionFrom(args: QuestionArgs, measures: readonly string[]): OutcomesQuestion {
  const { where, except, period, by, release } = args;
  return {
    releaseId: release ?? null,
    where: selectionFrom(where),
    except: selectionFrom(except),
    period: period ? { from: period.from, to: period.to } : null,
    by: [...new Set(by)],
    measures,
  };
}

function selectionFrom(filter: OutcomesFilter | null | undefined): OutcomesQuestion['where'] {
  const lists = Object.entries({ ...filter }) as [string, readonly string[] | null | undefined][];
  const given = new Map(lists.flatMap(([field, list]) => (list ? [[field, list] as const] : [])));
  for (const [field, list] of given) if (list.length === 0) throw emptyList(field);

  const nodes = dimensions.map(({ code, field }) => [code, given.get(field)] as const);
  const places = Object.entries(PLACES).map(([field, key]) => [key, given.get(field)] as const);
  return { nodes: withoutAbsent(nodes), ...withoutAbsent(places) };
}

function withoutAbsent<Value>(entries: readonly (readonly [string, Value | undefined])[]): Record<string, Value> {
  return Object.fromEntries(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

function emptyList(field: string): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    `The list given for \`${field}\` is empty, which keeps nothing. A filter names at least one value. ` +
      'Leave it out to restrict nothing.',
  );
}

function badTop(top: number): AskerError {
  return new AskerError('BAD_REQUEST', `\`top\` is ${top}. At least one row is given. Leave it out for all of them.`);
}

function notSelected(code: string): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    `\`orderBy\` names ${code}, which is not selected. Rows are put in order by what is displayed of them. ` +
      `Select \`${code}\` below \`rows\`.`,
  );
}
