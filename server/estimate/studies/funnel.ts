import type {
  CountedRate,
  DisplayedCounts,
  FunnelEstimate,
  FunnelPoint,
  FunnelStanding,
  Widening,
} from '../../table/index.js';

import { addedUp, noiseOf } from './counted-rate.js';
import { FUNNEL_LEVELS, funnelLimits } from './funnel-limits.js';
import type { Interval } from '../interval.js';
import { overDispersion } from './over-dispersion.js';
import type { OverDispersion } from './over-dispersion.js';
import { effectiveTrials } from '../proportion.js';
import { printedOrNull } from '../rounding.js';

/** A unit of a funnel to be drawn. */
export interface FunnelRate extends CountedRate {
  /** False where its encounters are in another unit too: it is judged by the target, but not part of it. */
  readonly isPartOfTarget: boolean;
}

/** Fewest shown units a funnel is drawn of: a target of two says only which is which. */
const UNITS_MIN = 3;

/**
 * A funnel of rates from displayed counts: the pooled rate as target, and for each unit the limits at its own size.
 *
 * Limits are widened about the target only when the units vary more than chance: by sqrt(1 + tau^2/s^2) for ADDITIVE, as
 * if each had a true rate of its own, or by sqrt(phi) for MULTIPLICATIVE. Then they are clipped at 0 and 1.
 *
 * Source: Spiegelhalter (2005), Stat. Med. 24, 1185-1202; disclosure policy, section 2.8.
 */
export function estimateFunnel(units: readonly FunnelRate[], { widening }: { widening: Widening }): FunnelEstimate {
  const inTarget = units.filter(({ isPartOfTarget }) => isPartOfTarget).flatMap(({ counts }) => counts ?? []);
  const pooled = addedUp(inTarget);
  const target = pooled === null ? Number.NaN : pooled.events / pooled.trials;
  const isDrawn = inTarget.length >= UNITS_MIN && target > 0 && target < 1;
  const dispersion = isDrawn
    ? overDispersion(
        inTarget.map((counts) => unitOf(counts, target)),
        target,
      )
    : null;

  return {
    points: units.map((unit) => pointOf(unit, { target: isDrawn ? target : null, dispersion, widening })),
    target: isDrawn ? printedOrNull(target) : null,
    phi: printedOrNull(dispersion?.phi),
    isOverDispersed: dispersion?.isPresent ?? null,
    tauSquared: printedOrNull(dispersion?.tauSquared),
    reason: isDrawn ? null : tooFew(inTarget.length),
  };
}

interface Drawing {
  readonly target: number | null;
  readonly dispersion: OverDispersion | null;
  readonly widening: Widening;
}

function pointOf({ rate, counts }: FunnelRate, drawing: Drawing): FunnelPoint {
  const limits = counts === null ? null : limitsAt(counts, drawing);
  return {
    rate,
    noise: noiseOf(counts),
    lower95: printedOrNull(limits?.inner.lower),
    upper95: printedOrNull(limits?.inner.upper),
    lower998: printedOrNull(limits?.outer.lower),
    upper998: printedOrNull(limits?.outer.upper),
    standing: counts === null || limits === null ? null : standingOf(counts.events / counts.trials, limits),
  };
}

interface FunnelLimits {
  readonly inner: Interval;
  readonly outer: Interval;
}

function limitsAt(counts: DisplayedCounts, { target, dispersion, widening }: Drawing): FunnelLimits | null {
  if (target === null || dispersion === null) return null;

  const trials = effectiveTrials(counts);
  const [inner, outer] = [FUNNEL_LEVELS.inner, FUNNEL_LEVELS.outer].map((level) =>
    funnelLimits({ trials, target, level }),
  );
  if (!inner || !outer) return null;

  const { standardError } = unitOf(counts, target);
  const factor =
    widening === 'ADDITIVE' ? Math.sqrt(1 + dispersion.tauSquared / standardError ** 2) : Math.sqrt(dispersion.phi);
  const about = ({ lower, upper }: Interval): Interval => ({
    lower: Math.max(0, target + (lower - target) * (dispersion.isPresent ? factor : 1)),
    upper: Math.min(1, target + (upper - target) * (dispersion.isPresent ? factor : 1)),
  });
  return { inner: about(inner), outer: about(outer) };
}

function standingOf(proportion: number, { inner, outer }: FunnelLimits): FunnelStanding {
  if (proportion > outer.upper) return 'ABOVE_998';
  if (proportion < outer.lower) return 'BELOW_998';
  if (proportion > inner.upper) return 'ABOVE_95';
  return proportion < inner.lower ? 'BELOW_95' : 'WITHIN';
}

function unitOf(counts: DisplayedCounts, target: number): { proportion: number; standardError: number } {
  const standardError = Math.sqrt((target * (1 - target)) / effectiveTrials(counts));
  return { proportion: counts.events / counts.trials, standardError };
}

function tooFew(count: number): string {
  return (
    `${count} agencies or areas are shown; a funnel is drawn of ${UNITS_MIN} at least. ` +
    'Ask for a longer period, or for more of the region.'
  );
}
