import { Field, ID, Int, ObjectType, createUnionType } from 'type-graphql';

import { Protection, ValueStatus } from './enums.js';
import { OutcomesGroup, Refusal } from './outcomes.type.js';
import { Release } from './release.type.js';

@ObjectType({ simpleResolvers: true, description: 'An exact number of encounters, or that it is suppressed.' })
export class SharedCount {
  @Field(() => Int, { nullable: true, description: 'The exact count, zero included. Null when it is suppressed.' })
  value!: number | null;

  @Field(() => ValueStatus, {
    description:
      'SHOWN or SUPPRESSED. Suppressed for being small and suppressed to cover another are not told apart. Where zeros are ' +
      'shown, a suppressed count is at least 1.',
  })
  status!: string;
}

@ObjectType({ simpleResolvers: true, description: 'One cell of a table to share: a category, a heading or a total.' })
export class SharedRow {
  @Field(() => OutcomesGroup, {
    description: 'Which encounters it counts: a category or heading of each axis; null for the total of an axis.',
  })
  group!: OutcomesGroup;

  @Field(() => SharedCount, { description: 'How many encounters of your agency there are.' })
  encounters!: SharedCount;
}

@ObjectType({
  description:
    'Exact counts of one agency with totals on every axis, from which no suppressed count can be worked out. No noise, so ' +
    'parts add up to their totals.',
})
export class SharedTable {
  @Field(() => [SharedRow], {
    description: 'Every category, heading and total of every axis, from the catalogue: the parts before their total.',
  })
  rows!: SharedRow[];

  @Field(() => Release, { description: 'The release the counts come from.' })
  release!: Release;

  @Field(() => ID, { description: 'The policy in force; its noise and lenses are not used here.' })
  policyId!: string;

  @Field(() => Int, {
    description:
      'Counts from 1 to below it are suppressed. Twice as many where the agency does not tell persons apart: see `footnotes`.',
  })
  threshold!: number;

  @Field(() => Protection, { description: 'UNPROTECTED: exact counts. Only suppression protects them.' })
  protection!: string;

  @Field(() => [String], { description: 'What must stand beside the table wherever it goes.' })
  footnotes!: string[];

  @Field(() => String, { description: 'Cites the table: the same handle is the same numbers.' })
  handle!: string;
}

export const SharedTableResult = createUnionType({
  name: 'SharedTableResult',
  description: 'A table to share, or the reason there is none.',
  types: () => [SharedTable, Refusal] as const,
  resolveType: (value) => ('reason' in value ? Refusal : SharedTable),
});
