import 'reflect-metadata';

import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';

import { ComparisonResolver } from './resolvers/comparison.resolver.js';
import { ContributorResolver } from './resolvers/contributor.resolver.js';
import { OutcomesResolver } from './resolvers/outcomes.resolver.js';
import { RegionResolver } from './resolvers/region.resolver.js';
import { AgencyResolver, ProgramResolver, ReleaseResolver } from './resolvers/registry.resolver.js';
import { SubmissionResolver } from './resolvers/submission.resolver.js';

/** The whole API. */
export function buildHouseSchema(): GraphQLSchema {
  return buildSchemaSync({
    resolvers: [
      AgencyResolver,
      ComparisonResolver,
      ContributorResolver,
      OutcomesResolver,
      ProgramResolver,
      RegionResolver,
      ReleaseResolver,
      SubmissionResolver,
    ],
    validate: false,
  });
}
