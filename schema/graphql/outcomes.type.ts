import { Field, Int, ObjectType, createUnionType } from 'type-graphql';

import { dimensions, measures } from '../catalogue/index.js';
import type { Measure } from '../catalogue/index.js';

import { Axis, dimensionEnums } from './dimension-enums.js';
import { ContributorStatus, LensName, ParticipationMode, Protection, RefusalReason, State } from './enums.js';
import {
  CountEstimate,
  DistributionEstimate,
  PersonsEstimate,
  QuantilesEstimate,
  RateEstimate,
} from './estimate.type.js';
import { NEAREST, NearestQuestion, REMEDY } from './nearest.type.js';
import { Release } from './release.type.js';

/** Which encounters a row counts. Besides these fields, one for every dimension. */
@ObjectType({
  simpleResolvers: true,
  description: 'Which encounters a row counts: the axes asked for; null for the others.',
})
export class OutcomesGroup {
  @Field(() => String, { nullable: true, description: 'Agency id, when asked by AGENCY.' })
  agency?: string;

  @Field(() => String, { nullable: true, description: 'County with its state, when asked by COUNTY.' })
  county?: string;

  @Field(() => State, { nullable: true, description: 'State, when asked by STATE.' })
  state?: string;

  @Field(() => String, { nullable: true, description: 'Peer group id, when asked by PEER_GROUP.' })
  peerGroup?: string;

  @Field(() => String, { nullable: true, description: 'Month such as 2024-03, when asked by MONTH.' })
  month?: string;

  @Field(() => String, { nullable: true, description: 'Quarter such as 2024-Q1, when asked by QUARTER.' })
  quarter?: string;

  @Field(() => String, { nullable: true, description: 'Year such as 2024, when asked by YEAR.' })
  year?: string;

  @Field(() => String, { nullable: true, description: 'Years such as 2023-2025, when asked by YEARS.' })
  years?: string;
}

for (const { code, field, label, definition } of dimensions) {
  Field(() => dimensionEnums[code] ?? String, {
    nullable: true,
    description: `${label}, when asked by ${code}. ${definition}`,
  })(OutcomesGroup.prototype, field);
}

/** What a vintage is, for every row that has one. */
export const VINTAGE =
  'Names the data behind the numbers of the row: who reported which months, and how often they were revised. The same ' +
  'question under the same policy and of the same vintage has the same numbers, in whatever release.';

/** One row. Besides these fields, one for every measure of the catalogue. */
@ObjectType({ simpleResolvers: true, description: 'One row of a table. Only the measures you select are computed.' })
export class OutcomesRow {
  @Field(() => OutcomesGroup, { description: 'Which encounters the row counts.' })
  group!: OutcomesGroup;

  @Field(() => CountEstimate, { description: 'How many encounters there are in the row.' })
  encounters!: CountEstimate;

  @Field(() => PersonsEstimate, {
    description:
      'How many persons were met in the encounters of the row. They are agency-persons: persons are told apart within an ' +
      'agency only, so one met by two agencies counts twice. An encounter without a person token counts as a person of its ' +
      'own. Given where every agency of the row has person tokens; with one dimension at most, and of single published ' +
      'groups: persons do not add up over rows.',
  })
  persons!: PersonsEstimate;

  @Field(() => String, { description: VINTAGE })
  vintage!: string;
}

const ESTIMATE_TYPES = { RATE: RateEstimate, QUANTILES: QuantilesEstimate, DISTRIBUTION: DistributionEstimate };

for (const measure of measures) {
  Field(() => ESTIMATE_TYPES[measure.kind], { description: measureDescription(measure) })(
    OutcomesRow.prototype,
    measure.code,
  );
}

/** A measure told as an analyst asks: what, among whom, who is left out, where from. */
export function measureDescription(measure: Measure): string {
  const counted =
    measure.kind === 'RATE'
      ? `Numerator: ${measure.numerator.join(', ')} of ${measure.dimension}; denominator: ${measure.denominator.join(', ')}. `
      : `From ${measure.dimension}. `;
  const unit = measure.unit === 'MINUTES' ? 'In minutes.' : 'From 0 to 1.';
  return `${measure.label}. ${measure.definition} ${counted}Exclusions: ${measure.exclusions} ${unit} Source: ${measure.source}.`;
}

@ObjectType({ description: 'An agency of the places asked about, and how much of the period it reported.' })
export class Contributor {
  @Field(() => ParticipationMode, { description: 'Where its rows are.' })
  mode!: string;

  @Field(() => ContributorStatus, { description: 'How much of the period it reported.' })
  status!: string;

  @Field(() => Int, { description: 'Months of the period it reported.' })
  monthsReported!: number;

  @Field(() => Int, { description: 'Months of the period.' })
  monthsAsked!: number;

  /** For the loader of `agency`. */
  agencyId!: string;
}

@ObjectType({ description: 'The disclosure policy an answer was protected under, as your audience sees it.' })
export class AppliedPolicy {
  @Field(() => String, { description: 'Its id: it changes when any rule of it does.' })
  id!: string;

  @Field(() => LensName, { description: 'The lens your audience sees it through.' })
  lens!: string;

  @Field(() => Int, { description: 'Smallest count shown; 0 for exact counts.' })
  threshold!: number;

  @Field(() => Int, { description: 'Base shown counts are rounded to; 1 for none.' })
  roundingBase!: number;
}

@ObjectType({ description: 'A table of outcomes, with everything that must be said beside it.' })
export class OutcomesTable {
  @Field(() => [OutcomesRow], {
    description: 'Rows, enumerated from the catalogue and the registry: a row with nobody in it is there too.',
  })
  rows!: OutcomesRow[];

  @Field(() => Int, {
    description:
      'How many rows the table has by the catalogue and the registry, whatever is in them; `top` changes nothing of it.',
  })
  rowCount!: number;

  @Field(() => Int, { description: 'How many of them `top` leaves out here; 0 without it.' })
  rowsLeftOut!: number;

  @Field(() => [Contributor], { description: 'Every agency of the places asked about: who is in, and who is missing.' })
  contributors!: Contributor[];

  @Field(() => Release, { description: 'The release the numbers come from.' })
  release!: Release;

  @Field(() => AppliedPolicy, { description: 'The policy and lens the numbers were protected with.' })
  policy!: AppliedPolicy;

  @Field(() => Protection, { description: 'Whether the counts carry the noise of disclosure control.' })
  protection!: string;

  @Field(() => [String], { description: 'What a reader must know before quoting the table.' })
  footnotes!: string[];

  @Field(() => String, { description: 'Cites the table: the same handle is the same numbers.' })
  handle!: string;
}

@ObjectType({ description: 'A question that is not answered, decided from metadata alone.' })
export class Refusal {
  @Field(() => RefusalReason, { description: 'Why.' })
  reason!: string;

  @Field(() => String, { description: 'What happened, the limit, and what to do.' })
  message!: string;

  @Field(() => String, { description: REMEDY })
  wouldMakeItAnswerable!: string;

  @Field(() => [Axis], {
    nullable: true,
    description: 'Axes of `nearest`; null where it is null.',
  })
  nearestBy!: string[] | null;

  @Field(() => NearestQuestion, { nullable: true, description: NEAREST })
  nearest!: NearestQuestion | null;
}

export const OutcomesResult = createUnionType({
  name: 'OutcomesResult',
  description: 'A table, or the reason there is none.',
  types: () => [OutcomesTable, Refusal] as const,
  resolveType: (value) => ('reason' in value ? Refusal : OutcomesTable),
});
