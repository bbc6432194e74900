/** How much more than chance a set of rates varies around a target. */
export interface OverDispersion {
  /** Mean of the squared, winsorised standard scores: 1 when only chance moves the rates. */
  readonly phi: number;
  /** Whether phi is beyond what chance gives so many units. Limits are widened only then. */
  readonly isPresent: boolean;
  /** Variance between units beyond chance, by the method of moments; 0 when it is not present. */
  readonly tauSquared: number;
}

/** A unit of a funnel: its rate, and the standard error it would have at the target. */
export interface FunnelUnit {
  readonly proportion: number;
  readonly standardError: number;
}

/** Share of the standard scores pulled in at each end, so that one outlier does not widen the limits it should break. */
const WINSORISED = 0.1;

/**
 * Over-dispersion of units around a target: phi for multiplicative limits, tau^2 for additive ones.
 *
 * phi = mean of z^2 after winsorising a tenth of the scores at each end; taken as present when phi > 1 + 2 sqrt(2/I).
 * tau^2 = (I phi - (I - 1)) / (sum w - sum w^2 / sum w), w the inverse variances.
 *
 * Source: Spiegelhalter (2005), Stat. Med. 24, 1185-1202, section 4 and appendix; (2005) Qual. Saf. Health Care 14, 347-351.
 *
 * @returns null with fewer than two units: one unit does not vary.
 */
export function overDispersion(units: readonly FunnelUnit[], target: number): OverDispersion | null {
  if (units.length < 2) return null;

  const scores = winsorised(units.map(({ proportion, standardError }) => (proportion - target) / standardError));
  const phi = scores.reduce((sum, score) => sum + score ** 2, 0) / units.length;
  const isPresent = phi > 1 + 2 * Math.sqrt(2 / units.length);
  return { phi, isPresent, tauSquared: isPresent ? betweenVariance(units, phi) : 0 };
}

function betweenVariance(units: readonly FunnelUnit[], phi: number): number {
  const weights = units.map(({ standardError }) => 1 / standardError ** 2);
  const sum = weights.reduce((left, right) => left + right, 0);
  const squares = weights.reduce((left, right) => left + right ** 2, 0);
  return Math.max(0, (units.length * phi - (units.length - 1)) / (sum - squares / sum));
}

/** The scores, the lowest and highest tenth of them (whole scores only) set to the nearest score that stays. */
function winsorised(scores: readonly number[]): readonly number[] {
  const sorted = scores.toSorted((one, other) => one - other);
  const cut = Math.floor(WINSORISED * scores.length);
  const [lowest = 0, highest = 0] = [sorted[cut], sorted[scores.length - 1 - cut]];
  return scores.map((score) => Math.min(Math.max(score, lowest), highest));
}
