import { Ctx, Query, Resolver } from 'type-graphql';

import { dimensions, measures } from '../../../schema/catalogue/index.js';
import { Codebook, Region, Viewer } from '../../../schema/graphql/index.js';
import { describeRegion } from '../../flow/index.js';
import type { Context } from '../context.js';
import { releaseOnWire } from '../wire.js';

@Resolver()
export class RegionResolver {
  @Query(() => Viewer, { description: 'You, as the token says.' })
  async viewer(@Ctx() { asker, loaders }: Context): Promise<object> {
    const { name, audience, agencyId, state } = asker;
    return { name, audience, state, agency: agencyId === null ? null : await loaders.agencyById.load(agencyId) };
  }

  @Query(() => Region, { description: 'The region: what is published, and under which limits.' })
  async region(@Ctx() { house }: Context): Promise<object> {
    const { latestRelease, ...region } = await describeRegion(house);
    return { ...region, latestRelease: latestRelease === null ? null : releaseOnWire(latestRelease) };
  }

  @Query(() => Codebook, { description: 'Every dimension and measure, from the same catalogue the schema is made of.' })
  codebook(): object {
    return {
      dimensions: dimensions.map(({ nodes, ...dimension }) => ({
        ...dimension,
        codes: nodes.map(({ parent, ...node }) => ({ ...node, parent: parent === '*' ? null : parent })),
      })),
      measures: measures.map((measure) => ({ numerator: null, denominator: null, ...measure })),
    };
  }
}
