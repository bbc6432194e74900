import { Field, InputType } from 'type-graphql';

import { dimensions } from '../catalogue/index.js';

import { dimensionEnums } from './dimension-enums.js';
import { State } from './enums.js';
import { OrderDirection, OutcomesOrderKey } from './measure-enums.js';

/** Which encounters. Its fields are the dimensions of the catalogue and the levels of the geography. */
@InputType({
  description:
    'Which encounters. Values of one field are alternatives, different fields must all hold, an absent field restricts ' +
    'nothing. A filter counts towards the number of dimensions a table may restrict.',
})
export class OutcomesFilter {
  @Field(() => [String], { nullable: true, description: 'Agency ids, as in `agencies`.' })
  agency?: string[];

  @Field(() => [String], { nullable: true, description: 'Counties with their state, such as WA/King.' })
  county?: string[];

  @Field(() => [State], { nullable: true, description: 'States.' })
  state?: string[];

  @Field(() => [String], {
    nullable: true,
    description:
      'Peer groups by id, as in `peerGroups`: whole groups only, so not in `except`, and not beside agencies, counties or states.',
  })
  peerGroup?: string[];
}

for (const { code, field, label, definition } of dimensions) {
  Field(() => [dimensionEnums[code] ?? String], { nullable: true, description: `${label}: ${definition}` })(
    OutcomesFilter.prototype,
    field,
  );
}

@InputType({ description: 'A closed range of periods, both ends included.' })
export class PeriodInput {
  @Field(() => String, { description: 'First year `2024`, quarter `2024-Q1`, month `2024-03` or years `2023-2025`.' })
  from!: string;

  @Field(() => String, { description: 'Last year, quarter, month or years; not before `from`.' })
  to!: string;
}

@InputType({
  description:
    'The order of the rows. Only what is displayed decides, as it is displayed; equal rows, and rows without a displayed ' +
    'value, keep the order of the axes.',
})
export class OutcomesOrderInput {
  @Field(() => OutcomesOrderKey, { description: 'What decides. A measure must be selected below `rows`.' })
  by!: string;

  @Field(() => OrderDirection, { defaultValue: 'DESCENDING', description: 'Which end comes first.' })
  direction!: 'ASCENDING' | 'DESCENDING';
}
