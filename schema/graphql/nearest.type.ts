import { Field, ID, ObjectType } from 'type-graphql';

import { dimensions } from '../catalogue/index.js';

import { Axis, dimensionEnums } from './dimension-enums.js';
import { State, TimeGrain } from './enums.js';
import { MeasureCode } from './measure-enums.js';

/** What is said of them wherever a question is not answered. */
export const REMEDY =
  'What would make it answerable, in a sentence: what is different about the nearest question, or what else to do.';
export const NEAREST =
  'The nearest question you would be answered now by the same field, ready to be asked. Null when there is none: waiting is ' +
  'the remedy, or what would have to change is the program, the arms, or the threshold and period of a table handed on.';

/** A filter of a question. Its fields are those of OutcomesFilter, so it can be given back as one. */
@ObjectType({
  simpleResolvers: true,
  description:
    'A filter of a question, field by field as `OutcomesFilter` takes it; null for a field that restricts nothing.',
})
export class QuestionFilter {
  @Field(() => [String], { nullable: true, description: 'Agency ids; null restricts nothing.' })
  agency?: string[];

  @Field(() => [String], { nullable: true, description: 'Counties with their state; null restricts nothing.' })
  county?: string[];

  @Field(() => [State], { nullable: true, description: 'States; null restricts nothing.' })
  state?: string[];

  @Field(() => [String], { nullable: true, description: 'Ids of peer groups; null restricts nothing.' })
  peerGroup?: string[];
}

for (const { code, field, label } of dimensions) {
  Field(() => [dimensionEnums[code] ?? String], { nullable: true, description: `${label}; null restricts nothing.` })(
    QuestionFilter.prototype,
    field,
  );
}

@ObjectType({ description: 'A closed range of periods, both ends included.' })
export class QuestionPeriod {
  @Field(() => String, { description: 'First year, quarter or month.' })
  from!: string;

  @Field(() => String, { description: 'Last year, quarter or month.' })
  to!: string;
}

@ObjectType({
  description:
    'A question near one that is not answered: the cheapest change of it, time before place, place before groupings, ' +
    'groupings before filters, filters before measures. Found from metadata alone.',
})
export class NearestQuestion {
  @Field(() => String, { description: 'Which field to ask: the one that was asked, such as `compare`.' })
  field!: string;

  @Field(() => [Axis], { description: 'Its axes.' })
  by!: string[];

  @Field(() => TimeGrain, {
    nullable: true,
    description: 'Length of the periods of a trend; null for other questions.',
  })
  grain!: string | null;

  @Field(() => [Axis], { description: 'Axes a comparison is adjusted for; none where it is crude, or no comparison.' })
  adjustFor!: string[];

  @Field(() => QuestionFilter, { nullable: true, description: 'Which encounters it counts; null is all.' })
  where!: object | null;

  @Field(() => QuestionFilter, { nullable: true, description: 'Which encounters it leaves out; null is none.' })
  except!: object | null;

  @Field(() => QuestionPeriod, { nullable: true, description: 'Its period; null is every closed one.' })
  period!: QuestionPeriod | null;

  @Field(() => ID, { nullable: true, description: 'The release it asks; null is the latest.' })
  release!: string | null;

  @Field(() => [MeasureCode], { description: 'The measures it selects: of those you asked for.' })
  measures!: string[];

  @Field(() => [MeasureCode], { description: 'The measures it gives up.' })
  measuresDropped!: string[];

  @Field(() => [String], { description: 'What is different about it, in words that go on from "It is answered".' })
  changes!: string[];

  @Field(() => String, { description: 'The whole question as GraphQL, to paste and ask.' })
  query!: string;
}
