import { rateMeasureName } from '../../schema/graphql/index.js';
import type { ImpactAnswer, PeersAnswer, TrendAnswer } from '../flow/index.js';

import type { Asked } from './asked-as.js';
import { frameOnWire, groupOnWire, refusalOnWire } from './wire.js';

/** Series as their GraphQL type has them: measures by their name as an argument, groups by field name. */
export function trendOnWire(answer: TrendAnswer, asked: Asked): object {
  if (answer.kind === 'REFUSED') return refusalOnWire(answer, asked);
  const { grain, series, caveats, table } = answer;
  return {
    grain,
    series: series.map(({ group, measure, ...one }) => ({
      group: groupOnWire(group),
      measure: rateMeasureName(measure),
      ...one,
    })),
    caveats,
    ...frameOnWire(table),
  };
}

export function peersOnWire(answer: PeersAnswer, asked: Asked): object {
  if (answer.kind === 'REFUSED') return refusalOnWire(answer, asked);
  // `reason` on the wire is that of a refusal.
  const { measure, reason, table, ...funnel } = answer;
  return { ...funnel, measure: rateMeasureName(measure), funnelReason: reason, ...frameOnWire(table) };
}

export function impactOnWire(answer: ImpactAnswer, asked: Asked): object {
  if (answer.kind === 'REFUSED') return refusalOnWire(answer, asked);
  const { program, effects, caveats, treated, comparison } = answer;
  const { policy: comparisonPolicy } = frameOnWire(comparison);
  return {
    program,
    effects: effects.map(({ measure, quarters, ...effect }) => ({
      measure: rateMeasureName(measure),
      ...effect,
      points: quarters,
    })),
    caveats,
    ...frameOnWire(treated),
    comparisonPolicy,
    contributors: [...treated.contributors, ...comparison.contributors],
    footnotes: [...new Set([...treated.footnotes, ...comparison.footnotes])],
    comparisonHandle: comparison.handle,
  };
}
