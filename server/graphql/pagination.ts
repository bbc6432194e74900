import { ArgsType, Field, Int } from 'type-graphql';

import type { Connection } from '../../schema/graphql/index.js';
import { AskerError } from '../lib/index.js';

import { PAGE_DEFAULT, PAGE_MAX } from './limits/request-limits.js';

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: PAGE_DEFAULT, description: `How many at most, 1 to ${PAGE_MAX}.` })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Cursor to start after; from the beginning without one.' })
  after?: string | null;
}

/** The page asked for, with the id its cursor stands for. @throws when it is no page of ours. */
export function pageAsked({ first, after }: PageArgs): { readonly first: number; readonly after: string | null } {
  if (first < 1 || first > PAGE_MAX) {
    throw new AskerError(
      'BAD_REQUEST',
      `A page of ${first} was asked for. A page has 1 to ${PAGE_MAX} entries. Ask for fewer, and go on with \`after\`.`,
    );
  }
  return { first, after: after === undefined || after === null ? null : idIn(after) };
}

const CURSOR = 'after:';

function cursorOf({ id }: { readonly id: string }): string {
  return Buffer.from(CURSOR + id).toString('base64url');
}

function idIn(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (text.startsWith(CURSOR)) return text.slice(CURSOR.length);
  throw new AskerError(
    'BAD_REQUEST',
    'The cursor given as `after` is not one of ours. A cursor comes from `edges` or `pageInfo`. Leave it out to begin anew.',
  );
}

/** A page from one entry more than asked for: the extra one tells that there are more. */
export function connectionFrom<Node extends { readonly id: string }>({
  found,
  first,
  totalCount,
}: {
  found: readonly Node[];
  first: number;
  totalCount: number;
}): Connection<Node> {
  const edges = found.slice(0, first).map((node) => ({ cursor: cursorOf(node), node }));
  return {
    edges,
    pageInfo: { hasNextPage: found.length > first, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount,
  };
}

/** A page of a small list that is read whole, in order of id. */
export function pageOf<Node extends { readonly id: string }>(all: readonly Node[], args: PageArgs): Connection<Node> {
  const { first, after } = pageAsked(args);
  const rest = after === null ? all : all.filter(({ id }) => id > after);
  return connectionFrom({ found: rest.slice(0, first + 1), first, totalCount: all.length });
}
