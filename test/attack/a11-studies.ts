import { ask } from '../support/ask.js';
import { funnelOf } from '../support/published-funnel.js';
import { chartOf, counted, threeDigits, trendOf } from '../support/published-series.js';
import type { PrintedNoise, PrintedRate } from '../support/published-series.js';

import type { World } from './world/open-world.js';

interface Point {
  readonly rate: PrintedRate;
  readonly noise: PrintedNoise | null;
}
interface Series {
  readonly centre: number | null;
  readonly changePerYear: { readonly value: number | null; readonly lower: number; readonly upper: number };
  readonly points: readonly (Point & {
    readonly isBaseline: boolean;
    readonly lowerLimit: number | null;
    readonly upperLimit: number | null;
  })[];
}
interface Funnel {
  readonly target: number | null;
  readonly phi: number;
  readonly tauSquared: number;
  readonly points: readonly (Point & Readonly<Record<'lower95' | 'upper95' | 'lower998' | 'upper998', number>>)[];
}

const COUNTS = 'rate { numerator denominator } noise { numeratorVariance denominatorVariance }';

/** Every number of a trend and of a funnel of arrests, computed again from the counts and the noise beside them. */
export async function studiesAgain({ address, tokenOf, places }: World): Promise<readonly string[]> {
  const token = tokenOf(`analyst of ${places[0]?.id ?? ''}`);
  const text = `{
    trend(measures: [ARREST_RATE], by: [AGENCY]) { ... on TrendTable { series { centre changePerYear { value lower upper }
      points { ${COUNTS} isBaseline lowerLimit upperLimit } } } }
    peers(measure: ARREST_RATE) { ... on PeersTable { target phi tauSquared points { ${COUNTS} lower95 upper95 lower998 upper998 } } }
  }`;
  const { data } = await ask(address, text, { token });
  const { series } = data?.['trend'] as { series: readonly Series[] };
  return [...series.flatMap(seriesAgain), ...funnelAgain(data?.['peers'] as Funnel)];
}

function verdict(what: string, made: readonly number[], seen: readonly (number | null)[]): string {
  return JSON.stringify(threeDigits(made)) === JSON.stringify(seen) ? 'SAME' : `${what} ${JSON.stringify(seen)}`;
}

function seriesAgain({ centre, changePerYear, points }: Series): readonly string[] {
  const shown = points.flatMap((point, at) =>
    point.noise === null ? [] : [{ ...point, at: at / 4, ...counted(point.rate, point.noise) }],
  );
  const change = [changePerYear.value, changePerYear.lower, changePerYear.upper];
  const trends = changePerYear.value === null ? [] : [verdict('change per year', trendOf(shown), change)];
  if (centre === null) return trends;

  const chart = chartOf(shown.filter(({ isBaseline }) => isBaseline));
  const limits = shown.map((point) =>
    verdict('limits of a period', chart.limitsOf(point), [point.lowerLimit, point.upperLimit]),
  );
  return [...trends, verdict('centre', [chart.centre], [centre]), ...limits];
}

function funnelAgain({ target, phi, tauSquared, points }: Funnel): readonly string[] {
  if (target === null) return [];
  const shown = points.flatMap((point) =>
    point.noise === null ? [] : [{ ...point, ...counted(point.rate, point.noise) }],
  );
  const again = funnelOf(shown);
  return [
    verdict('target and dispersion', [again.target, again.phi, again.tauSquared], [target, phi, tauSquared]),
    ...shown.map((point) =>
      verdict('limits of an agency', again.limitsOf(point), [
        point.lower95,
        point.upper95,
        point.lower998,
        point.upper998,
      ]),
    ),
  ];
}
