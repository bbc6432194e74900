import { Field, Int, ObjectType } from 'type-graphql';
import type { ClassType } from 'type-graphql';

import { LedgerEntry } from './ledger.type.js';
import { PeerGroupChange } from './registry/peer-group.type.js';
import { Agency, AgreementChange, Program, Submission } from './registry/registry.type.js';
import { Release } from './release.type.js';

@ObjectType({ description: 'Where a page of a list ends.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are more after this page.' })
  hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor to pass as `after` for the next page; null on an empty page.',
  })
  endCursor!: string | null;
}

/** One page of a list, with a cursor for each entry. */
export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

function connectionOf<Node extends object>(name: string, nodeType: ClassType<Node>): ClassType<Connection<Node>> {
  const words = name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  const several = `${words.replace(/y$/, 'ie')}s`;

  @ObjectType(`${name}Edge`, { description: `One of the ${several} on a page.` })
  class Edge {
    @Field(() => String, { description: 'Where in the list it stands.' })
    cursor!: string;

    @Field(() => nodeType, { description: `The ${words}.` })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${several}.` })
  class NodeConnection implements Connection<Node> {
    @Field(() => [Edge], { description: `The ${several} on the page.` })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'Where the page ends.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many there are in all, not on this page.' })
    totalCount!: number;
  }

  return NodeConnection;
}

export const AgencyConnection = connectionOf('Agency', Agency);
export const AgreementChangeConnection = connectionOf('AgreementChange', AgreementChange);
export const LedgerEntryConnection = connectionOf('LedgerEntry', LedgerEntry);
export const PeerGroupChangeConnection = connectionOf('PeerGroupChange', PeerGroupChange);
export const ProgramConnection = connectionOf('Program', Program);
export const ReleaseConnection = connectionOf('Release', Release);
export const SubmissionConnection = connectionOf('Submission', Submission);
