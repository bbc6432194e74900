import { dimensionOf } from '../../../schema/catalogue/index.js';
import { KNOWN } from '../../../schema/codelists/index.js';
import type { Chance } from '../../../seeds/chance.js';
import type { Leaves } from '../../support/encounters.js';

/** The dimensions the attacked encounters vary in; in the others everybody is alike. */
export const VARIED = [
  'RESPONSE_MODEL',
  'CALL_TYPE',
  'CALL_SOURCE',
  'SHIFT',
  'WEEKEND',
  'AGE_BAND',
  'GENDER',
  'RACE_ETHNICITY',
  'VETERAN',
  'FORCE',
  'DISPOSITION',
];

const CLASSES = 4;
const PARTS = 1_000_000;
/** Weights are uniform numbers to this power: some leaves of a class are common, many are rare. */
const SKEW = 2.5;
const WEIGHT_MIN = 0.02;

/** A way of drawing the leaves of one encounter. */
export type LeafSource = () => Leaves;

/**
 * Encounters from latent classes: dimensions are independent within a class, so the classes are what ties them together.
 */
export function leafSource({ ofClasses, ofDraws }: { ofClasses: Chance; ofDraws: Chance }): LeafSource {
  const classes = Array.from({ length: CLASSES }, () =>
    VARIED.map((code) => [code, weightsOf(code, ofClasses)] as const),
  );
  return () => {
    const drawn = classes[ofDraws.below(CLASSES)] ?? [];
    return {
      ENGAGEMENT: 'ENGAGED',
      ...Object.fromEntries(drawn.map(([code, weights]) => [code, ofDraws.pick(weights)])),
    };
  };
}

function weightsOf(code: string, chance: Chance): Readonly<Record<string, number>> {
  const weight = (): number => WEIGHT_MIN + (chance.below(PARTS) / PARTS) ** SKEW;
  return Object.fromEntries(
    dimensionOf(code)
      .tree.leavesOf(KNOWN)
      .map((leaf) => [leaf, weight()]),
  );
}
