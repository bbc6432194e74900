import { Ctx, Query, Resolver } from 'type-graphql';

import { Region, Viewer } from '../../../schema/graphql/index.js';
import { describeRegion, lensesOf, quotasOf } from '../../flow/index.js';
import type { Context } from '../context.js';
import { COST_MAX, DEPTH_MAX, PAGE_MAX, TABLES_MAX } from '../limits/request-limits.js';
import { releaseOnWire } from '../wire.js';

const SYNTHETIC =
  'SYNTHETIC: invented encounters of invented agencies are among the numbers. No number here describes real people.';

@Resolver()
export class RegionResolver {
  @Query(() => Viewer, { description: 'You, as the token says.' })
  async viewer(@Ctx() { asker, house, loaders }: Context): Promise<object> {
    const { name, audience, agencyId, state } = asker;
    const agency = agencyId === null ? null : await loaders.agencyById.load(agencyId);
    return { name, audience, state, agency, lenses: lensesOf(asker), quotas: await quotasOf(asker, house) };
  }

  @Query(() => Region, { description: 'The region: what is published, and under which limits.' })
  async region(@Ctx() { house }: Context): Promise<object> {
    const { latestRelease: release, componentsMax, outputCellsMax, ...region } = await describeRegion(house);
    return {
      ...region,
      latestRelease: release && releaseOnWire(release),
      closedPeriod: release && { from: release.fromMonth, to: release.throughMonth },
      syntheticNote: region.isSynthetic ? SYNTHETIC : null,
      limits: {
        componentsMax,
        outputCellsMax,
        tablesMax: TABLES_MAX,
        pageMax: PAGE_MAX,
        costMax: COST_MAX,
        depthMax: DEPTH_MAX,
      },
    };
  }
}
