import 'reflect-metadata';

import { lexicographicSortSchema, printSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';

import { AgreementResolver } from './resolvers/agreement.resolver.js';
import { CodebookResolver } from './resolvers/codebook.resolver.js';
import { ComparabilityResolver, ComparedAgencyResolver } from './resolvers/comparability.resolver.js';
import { ComparisonResolver } from './resolvers/comparison.resolver.js';
import { ContributorResolver } from './resolvers/contributor.resolver.js';
import { ImpactResolver } from './resolvers/impact.resolver.js';
import { LedgerAlertResolver, LedgerResolver } from './resolvers/ledger.resolver.js';
import { OutcomesResolver } from './resolvers/outcomes.resolver.js';
import { PeersResolver } from './resolvers/peers.resolver.js';
import { ReachResolver } from './resolvers/reach.resolver.js';
import { PeerGroupResolver } from './resolvers/peer-group.resolver.js';
import { RegionResolver } from './resolvers/region.resolver.js';
import { AgencyResolver, ProgramResolver } from './resolvers/registry.resolver.js';
import { RegistryMutationResolver } from './resolvers/registry-mutation.resolver.js';
import { ReleaseChangeResolver, ReleaseParticipantResolver, ReleaseResolver } from './resolvers/release.resolver.js';
import { SharedTableResolver } from './resolvers/shared-table.resolver.js';
import { SubmissionResolver } from './resolvers/submission.resolver.js';
import { TrendResolver } from './resolvers/trend.resolver.js';
import { WouldAnswerResolver } from './resolvers/would-answer.resolver.js';

/** What the two entrances are for. type-graphql makes them out of every resolver's fields, and has no place for words. */
const ENTRANCES = {
  Query:
    'What may be asked. Numbers of encounters leave in protected tables only; a question that asks too much is refused, with the nearest one that is answered.',
  Mutation:
    'What may be changed, by whom is said at each: the register, submissions, releases, agreements and declarations.',
} as const;

/** The whole API. */
export function buildHouseSchema(): GraphQLSchema {
  const schema = buildWithoutWords();
  for (const type of [schema.getQueryType(), schema.getMutationType()])
    if (type?.name === 'Query' || type?.name === 'Mutation') type.description = ENTRANCES[type.name];
  return schema;
}

function buildWithoutWords(): GraphQLSchema {
  return buildSchemaSync({
    resolvers: [
      AgencyResolver,
      AgreementResolver,
      CodebookResolver,
      ComparabilityResolver,
      ComparedAgencyResolver,
      ComparisonResolver,
      ContributorResolver,
      ImpactResolver,
      LedgerAlertResolver,
      LedgerResolver,
      OutcomesResolver,
      PeersResolver,
      PeerGroupResolver,
      ProgramResolver,
      ReachResolver,
      RegionResolver,
      RegistryMutationResolver,
      ReleaseChangeResolver,
      ReleaseParticipantResolver,
      ReleaseResolver,
      SharedTableResolver,
      SubmissionResolver,
      TrendResolver,
      WouldAnswerResolver,
    ],
    validate: false,
  });
}

/** The API as text, in an order that does not depend on the code's: `schema/schema.graphql`. */
export function schemaText(): string {
  return `${printSchema(lexicographicSortSchema(buildHouseSchema()))}\n`;
}
