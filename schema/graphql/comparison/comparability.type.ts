import { Field, Float, ID, Int, ObjectType, createUnionType } from 'type-graphql';

import { DefinitionPointCode } from '../dimension-enums.js';
import { MeasureCode } from '../measure-enums.js';
import { enumType } from '../enum-type.js';
import { Refusal } from '../outcomes.type.js';

const ComparabilityGrade = enumType({
  name: 'ComparabilityGrade',
  description: 'Whether the numbers of agencies may be laid side by side, from best to worst.',
  values: {
    COMPARABLE: 'No difference that matters is known. Minor ones may be among the reasons.',
    WITH_CAUTION: 'A difference is known that asks for caution.',
    UNDECLARED: 'Somebody never declared what is counted, so a worse difference may be hidden: caution.',
    NOT_COMPARABLE: 'The numbers are not of the same thing, or an agency has none.',
  },
});

const ComparabilityReasonKind = enumType({
  name: 'ComparabilityReasonKind',
  description: 'What speaks against a comparison.',
  values: {
    DEFINITION_DIFFERS: 'Agencies settle a point of the definition differently.',
    DEFINITION_CHANGED: 'An agency settled a point in one way and then in another within the period.',
    UNDECLARED: 'An agency never declared a point for some month it reported.',
    NOT_REPORTED: 'An agency reported no month of the period.',
    NOT_COLLECTED: 'An agency never records the field.',
    PARTIAL_PERIOD: 'An agency lacks months of the period that another reported.',
    UNKNOWN_SHARE: 'More than a fifth of an agency’s encounters are unknown in the field, by the displayed counts.',
    HOURS_DIFFER: 'Programs of one response model answer at other hours.',
  },
});

@ObjectType({ description: 'One thing that speaks against a comparison.' })
export class ComparabilityReason {
  @Field(() => ComparabilityReasonKind, { description: 'What it is.' })
  kind!: string;

  @Field(() => ComparabilityGrade, { description: 'The grade it would give alone.' })
  grade!: string;

  @Field(() => [DefinitionPointCode], { description: 'Points of the definition it is about; empty for other reasons.' })
  points!: string[];

  @Field(() => [ID], { description: 'Ids of the agencies it is about, in order.' })
  agencyIds!: string[];

  @Field(() => String, { description: 'The reason in one sentence.' })
  message!: string;
}

@ObjectType({
  description: 'Whether the agencies behind the numbers of a measure count alike. Decided from metadata alone.',
})
export class MeasureComparability {
  @Field(() => MeasureCode, { description: 'The measure.' })
  measure!: string;

  @Field(() => ComparabilityGrade, { description: 'The worst grade any reason gives; COMPARABLE without a reason.' })
  grade!: string;

  @Field(() => [ComparabilityReason], { description: 'Every reason, worst first.' })
  reasons!: ComparabilityReason[];
}

@ObjectType({ description: 'The answers of an agency to one point of a definition, in the months it reported.' })
export class PointInForce {
  @Field(() => DefinitionPointCode, { description: 'The point.' })
  point!: string;

  @Field(() => [String], { description: 'The declared answers in order of time; more than one when it changed.' })
  values!: string[];

  @Field(() => Boolean, { description: 'Whether it was declared for every month the agency reported.' })
  isDeclared!: boolean;
}

@ObjectType({ description: 'What a judgement rests on, for one agency.' })
export class ComparedAgency {
  /** For the loader of `agency`. */
  agencyId!: string;

  @Field(() => Int, { description: 'Months of the period it reported.' })
  monthsReported!: number;

  @Field(() => Boolean, { description: 'Whether it records the field of the measure at all.' })
  collects!: boolean;

  @Field(() => [PointInForce], { description: 'Its answers to every point that matters here.' })
  points!: PointInForce[];

  @Field(() => Float, {
    nullable: true,
    description:
      'Share of its encounters that are unknown in the field, 0 to 1, among those known or unknown: from the displayed ' +
      'counts of `outcomes(by: [AGENCY])`. Null where these are not shown to you; a refusal never depends on it.',
  })
  unknownShare!: number | null;
}

@ObjectType({ description: 'Two agencies judged against each other.' })
export class ComparedPair {
  @Field(() => [ID], { description: 'Ids of the two agencies.' })
  agencyIds!: string[];

  @Field(() => ComparabilityGrade, { description: 'The worst grade any reason gives.' })
  grade!: string;

  @Field(() => [ComparabilityReason], { description: 'Every reason, worst first.' })
  reasons!: ComparabilityReason[];
}

@ObjectType({
  description:
    'Whether agencies may be compared in a measure: their definitions, what they reported, and what is unknown.',
})
export class Comparability extends MeasureComparability {
  @Field(() => [ComparedAgency], { description: 'The agencies of the places asked about that are in the release.' })
  agencies!: ComparedAgency[];

  @Field(() => [ComparedPair], {
    nullable: true,
    description: 'Every pair of them; null for more than 20 agencies. The set is as comparable as its worst pair.',
  })
  pairs!: ComparedPair[] | null;

  @Field(() => Int, { description: 'Months of the period.' })
  monthsAsked!: number;

  @Field(() => ID, { description: 'The release whose reported months were judged.' })
  releaseId!: string;
}

export const ComparabilityResult = createUnionType({
  name: 'ComparabilityResult',
  description: 'A judgement, or the reason there is none.',
  types: () => [Comparability, Refusal] as const,
  resolveType: (value) => ('grade' in value ? Comparability : Refusal),
});
