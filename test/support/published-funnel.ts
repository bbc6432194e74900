import { exactLimits, pooled, worth } from './published-series.js';
import type { Counted } from './published-series.js';

/** A funnel as a client computes it from displayed counts: target, over-dispersion, and the limits of a point. */
export function funnelOf(units: readonly Counted[], widening: 'ADDITIVE' | 'MULTIPLICATIVE' = 'ADDITIVE') {
  const all = pooled(units);
  const target = all.x / all.n;
  const { phi, tauSquared, isPresent } = dispersionOf(units, target);
  return {
    ...{ target, phi, tauSquared, isOverDispersed: isPresent },
    limitsOf: (point: Counted): readonly number[] => {
      const variance = (target * (1 - target)) / worth(point);
      const factor = widening === 'ADDITIVE' ? Math.sqrt(1 + tauSquared / variance) : Math.sqrt(isPresent ? phi : 1);
      return [...exactLimits(worth(point), target, 0.95), ...exactLimits(worth(point), target, 0.998)].map((limit) =>
        Math.min(1, Math.max(0, target + (limit - target) * factor)),
      );
    },
  };
}

/** Over-dispersion of fewer than ten units: none is pulled in. */
function dispersionOf(
  units: readonly Counted[],
  target: number,
): { phi: number; tauSquared: number; isPresent: boolean } {
  const weights = units.map((unit) => worth(unit) / (target * (1 - target)));
  const scores = units.map((unit, index) => (unit.x / unit.n - target) ** 2 * (weights[index] ?? 0));
  const sum = (values: readonly number[]): number => values.reduce((left, right) => left + right, 0);
  const phi = sum(scores) / units.length;
  const isPresent = phi > 1 + 2 * Math.sqrt(2 / units.length);
  const tau = (units.length * phi - units.length + 1) / (sum(weights) - sum(weights.map((w) => w * w)) / sum(weights));
  return { phi, tauSquared: isPresent ? Math.max(0, tau) : 0, isPresent };
}
