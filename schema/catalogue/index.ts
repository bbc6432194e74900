export type { Dimension, DimensionNode } from './dimension.js';
export type { DefinitionPoint, DefinitionValue, Difference } from './definition-point.js';
export { definitionPointOf, definitionPoints, pointsOf } from './definition-points.js';
export { dimensionOf, dimensions, isDimension } from './dimensions.js';
export type { Benefit, DistributionMeasure, Measure, QuantilesMeasure, RateMeasure } from './measure.js';
export { measures } from './measures.js';
export { ROOT, treeOf } from './tree.js';
export type { Tree } from './tree.js';
