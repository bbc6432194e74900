import { Arg, Query, Resolver } from 'type-graphql';

import { ROOT, definitionPoints, dimensions, measures } from '../../../schema/catalogue/index.js';
import type { Dimension } from '../../../schema/catalogue/index.js';
import { Benefit, Codebook, DimensionCode } from '../../../schema/graphql/index.js';

@Resolver()
export class CodebookResolver {
  @Query(() => Codebook, { description: 'Every dimension and measure, from the same catalogue the schema is made of.' })
  codebook(
    @Arg('dimension', () => [DimensionCode], {
      nullable: true,
      description: 'Only these dimensions, and the measures that count their codes.',
    })
    codes: readonly string[] | null | undefined,
    @Arg('benefit', () => [Benefit], { nullable: true, description: 'Only measures that test one of these benefits.' })
    benefits: readonly string[] | null | undefined,
  ): object {
    const isAsked = (asked: readonly string[] | null | undefined, value: string): boolean =>
      asked?.includes(value) ?? true;
    return {
      dimensions: dimensions.filter(({ code }) => isAsked(codes, code)).map(dimensionOnWire),
      measures: measures
        .filter(({ dimension, benefit }) => isAsked(codes, dimension) && isAsked(benefits, benefit))
        .map((measure) => ({ numerator: null, denominator: null, ...measure, points: pointsOnWire(measure.code) })),
    };
  }
}

function pointsOnWire(measure: string): readonly object[] {
  return definitionPoints
    .filter((point) => point.measures.includes(measure))
    .map((point) => ({ nearer: [], ...point }));
}

function dimensionOnWire({ nodes, ...dimension }: Dimension): object {
  return {
    ...dimension,
    codes: nodes.map(({ parent, ...node }) => ({ ...node, parent: parent === ROOT ? null : parent })),
  };
}
