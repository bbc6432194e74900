import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';

import { AskedField, Audience, LedgerAlertKind, RefusalReason, ReplayVerdict } from './enums.js';

@ObjectType({ description: 'A question somebody asked. The ledger holds no value: only what was asked, and digests.' })
export class LedgerEntry {
  @Field(() => ID, { description: 'Its number in the ledger, from 1.' })
  id!: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was asked.' })
  askedAt!: Date;

  @Field(() => ID, { description: 'Whose token it was: the same id is the same token.' })
  askerId!: string;

  @Field(() => Audience, { description: 'The audience of the asker.' })
  audience!: string;

  /** For the loader of `agency`. */
  agencyId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why, in the asker’s own words, as sent in the header `Headwaters-Purpose`; null when none were.',
  })
  purpose!: string | null;

  @Field(() => AskedField, {
    description: 'Which field was asked: the tables behind it are noted, each as a question.',
  })
  field!: string;

  @Field(() => ID, { description: 'The release that was asked.' })
  releaseId!: string;

  @Field(() => String, {
    description: 'The smallest area that holds every place asked about: `region`, a state, a county or an agency.',
  })
  area!: string;

  @Field(() => String, { description: 'The question in the codes of the codebook, as JSON text.' })
  question!: string;

  @Field(() => Int, { description: 'How many numbers were printed, suppressed ones too; 0 for a refused question.' })
  cells!: number;

  @Field(() => RefusalReason, { nullable: true, description: 'Why it was refused; null when it was answered.' })
  refusal!: string | null;

  @Field(() => String, { description: 'SHA-256 over the entry and the hash of the entry before.' })
  hash!: string;
}

@ObjectType({ description: 'What following the whole ledger found.' })
export class LedgerCheck {
  @Field(() => Int, { description: 'Entries that follow one another from the first.' })
  entries!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of the first entry that does not follow the one before; null when all do.',
  })
  brokenAt!: number | null;

  @Field(() => [ID], { description: 'Releases whose manifest names an end of the ledger that is no longer in it.' })
  forgottenBy!: string[];

  @Field(() => String, {
    description: 'Hash of the last entry that follows. Written down elsewhere, it tells a ledger made anew.',
  })
  head!: string;
}

@ObjectType({ description: 'A question of the ledger asked again, afresh, as its asker saw it. No number is given.' })
export class Replay {
  @Field(() => ID, { description: 'Number of the entry.' })
  id!: string;

  @Field(() => ReplayVerdict, { description: 'What it gave.' })
  verdict!: string;
}

@ObjectType({
  description:
    'What one token did in a release that is worth a look. Found in the questions alone, never in their answers; an analyst ' +
    'with much to ask may be the cause.',
})
export class LedgerAlert {
  @Field(() => LedgerAlertKind, { description: 'Why.' })
  kind!: string;

  @Field(() => ID, { description: 'Whose token it was: the same id is the same token. `ledger` has its questions.' })
  askerId!: string;

  @Field(() => Audience, { description: 'The audience of the asker.' })
  audience!: string;

  /** For the loader of `agency`. */
  agencyId!: string | null;

  @Field(() => ID, { description: 'The release that was asked.' })
  releaseId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The axis of a walk: a dimension, or `PLACE` for places one after another; null for other alerts.',
  })
  along!: string | null;

  @Field(() => Float, {
    description:
      'What was found. COVERAGE: the share of the tables its audience is offered that the token was answered, from 0 to 1; a ' +
      'table is one place, one period and one set of dimensions. SIBLING_WALK: different filters within an hour. ' +
      'REFUSED_OFTEN: questions refused within a minute.',
  })
  observed!: number;

  @Field(() => Float, { description: 'The most that raises no alert, in the same unit.' })
  limit!: number;

  @Field(() => GraphQLISODateTime, { description: 'When the first of the questions was asked.' })
  since!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When the last of them was.' })
  until!: Date;
}
