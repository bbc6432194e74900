import { ArgsType, Field, Int } from 'type-graphql';

import type { Connection } from '../../schema/graphql/index.js';
import { AskerError } from '../lib/index.js';

const FIRST_DEFAULT = 20;
const FIRST_MAX = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: FIRST_DEFAULT, description: `How many at most, 1 to ${FIRST_MAX}.` })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Cursor to start after; from the beginning without one.' })
  after?: string;
}

/** The id a cursor stands for. @throws when `first` or the cursor is out of bounds. */
export function pageAsked({ first, after }: PageArgs): { readonly first: number; readonly after: string | null } {
  if (first < 1 || first > FIRST_MAX) {
    throw new AskerError(
      'BAD_REQUEST',
      `A page of ${first} was asked for. A page has 1 to ${FIRST_MAX} entries. Ask for fewer, and go on with \`after\`.`,
    );
  }
  return { first, after: after === undefined ? null : Buffer.from(after, 'base64url').toString() };
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
  const edges = found.slice(0, first).map((node) => ({ cursor: Buffer.from(node.id).toString('base64url'), node }));
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
