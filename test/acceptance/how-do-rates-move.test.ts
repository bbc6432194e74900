import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';

import type { TokenHolder } from '../../schema/records/index.js';
import { buildHouseSchema } from '../../server/graphql/index.js';
import { ask } from '../support/ask.js';
import { servedDemo } from '../support/demo-agencies.js';
import { analystOf, publicReader, stateOfficeOf } from '../support/people.js';
import { funnelOf } from '../support/published-funnel.js';
import { chartOf, counted, threeDigits, trendOf } from '../support/published-series.js';
import type { PrintedNoise, PrintedRate } from '../support/published-series.js';
import type { ServedHouse } from '../support/served.js';

type Rate = PrintedRate & { readonly value: number | null; readonly lower: number | null; readonly status: string };
interface Point {
  readonly period: string;
  readonly rate: Rate;
  readonly noise: PrintedNoise | null;
  readonly isBaseline: boolean;
  readonly lowerLimit: number | null;
  readonly upperLimit: number | null;
  readonly flags: readonly string[];
}
interface Series {
  readonly measure: string;
  readonly group: { readonly agency: string | null };
  readonly centre: number;
  readonly chart: string | null;
  readonly chartReason: string | null;
  readonly changePerYear: { value: number | null; lower: number | null; upper: number | null; reason: string | null };
  readonly points: readonly Point[];
}
interface Peer {
  readonly label: string;
  readonly level: string;
  readonly place: string;
  readonly isOwn: boolean;
  readonly isPartOfTarget: boolean;
  readonly rate: Rate;
  readonly noise: PrintedNoise | null;
  readonly lower95: number | null;
  readonly upper95: number | null;
  readonly lower998: number | null;
  readonly upper998: number | null;
  readonly standing: string | null;
}
interface Funnel {
  readonly target: number;
  readonly phi: number;
  readonly isOverDispersed: boolean;
  readonly tauSquared: number;
  readonly points: readonly Peer[];
}

const RATE = '{ value lower upper numerator denominator unknown status }';
const NOISE = '{ numeratorVariance denominatorVariance effectiveTrials }';
const SERIES = `{ ... on Refusal { reason message } ... on TrendTable { series { measure group { agency } centre chart sigmaZ
  chartReason changePerYear { value lower upper status reason }
  points { period rate ${RATE} noise ${NOISE} isBaseline lowerLimit upperLimit flags } } caveats footnotes handle } }`;
const FUNNEL = `{ ... on Refusal { reason message } ... on PeersTable { target phi isOverDispersed tauSquared widening
  points { label level place agencyCount isOwn isPartOfTarget rate ${RATE} noise ${NOISE} lower95 upper95 lower998 upper998 standing }
  caveats footnotes handle } }`;

let place: ServedHouse;

beforeAll(async () => {
  place = await servedDemo(['WA', 'OR']);
}, 240_000);

afterAll(async () => {
  await place.close();
});

async function asked<Answer>(field: string, selection: string, asker: TokenHolder): Promise<Answer> {
  const { data, errors } = await ask(place.address, `{ answer: ${field} ${selection} }`, {
    token: await place.tokenFor(asker),
  });
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join());
  return data?.['answer'] as Answer;
}

async function seriesOf(args: string, asker: TokenHolder = stateOfficeOf('WA')): Promise<readonly Series[]> {
  return (await asked<{ series: readonly Series[] }>(`trend(${args})`, SERIES, asker)).series;
}

const HARBOR = 'where: { agency: ["harbor-city-pd"] }';
const BEFORE = 'baseline: { from: "2023-Q1", to: "2024-Q2" }';

describe('how does a rate move', () => {
  it('flags Harbor City’s quarters from the start of its program on, and none before', async () => {
    const [series] = await seriesOf(`measures: [CLINICIAN_ASSESSMENT_RATE], ${HARBOR}, ${BEFORE}`);
    const flagged = series?.points.filter(({ flags }) => flags.includes('BEYOND_LIMITS')).map(({ period }) => period);
    expect(flagged).toEqual(['2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4']);
    expect(series?.changePerYear.lower).toBeGreaterThan(1.5);
  });

  it('and its arrests go down from year to year', async () => {
    const [series] = await seriesOf(`measures: [ARREST_RATE], ${HARBOR}`);
    expect(series?.changePerYear.value).toBeLessThan(1);
    expect(series?.points).toHaveLength(12);
  });

  it('a period that is not shown stays with its status, is no zero, and carries no flag', async () => {
    const [series] = await seriesOf('measures: [ARREST_RATE], where: { agency: ["basalt-county-so"] }, grain: MONTH');
    const hidden = series?.points.filter(({ rate }) => rate.status === 'SUPPRESSED') ?? [];
    expect(series?.points).toHaveLength(36);
    expect(hidden.length).toBeGreaterThan(10);
    for (const point of hidden)
      expect(point).toMatchObject({ rate: { value: null, numerator: null }, noise: null, lowerLimit: null, flags: [] });
  });

  it('says why there is no chart and no trend where too little is shown', async () => {
    const [series] = await seriesOf(
      'measures: [ARREST_RATE], where: { agency: ["harbor-city-pd"] }, grain: YEAR, period: { from: "2024", to: "2025" }',
    );
    expect(series).toMatchObject({ chart: null, centre: null, changePerYear: { value: null } });
    expect(series?.chartReason).toContain('2 points of the baseline are shown; limits are drawn from 6 at least');
    expect(series?.changePerYear.reason).toContain('2 points are shown; a trend is fitted to 3 at least');
  });

  it('has a series for each group, and each is computed again by a client to the last printed digit', async () => {
    const all = await seriesOf(
      'measures: [ARREST_RATE, CLINICIAN_ASSESSMENT_RATE], by: [AGENCY], where: { state: [WA] }',
    );
    expect(all).toHaveLength(10);
    for (const { points, centre, chart, changePerYear } of all) {
      const shown = points.flatMap((point, at) =>
        point.noise === null ? [] : [{ ...point, at: at / 4, ...counted(point.rate, point.noise) }],
      );
      if (chart === null) continue;

      const again = chartOf(shown.filter(({ isBaseline }) => isBaseline));
      expect(centre).toBe(threeDigits([again.centre])[0]);
      for (const point of shown)
        expect([point.lowerLimit, point.upperLimit]).toEqual(threeDigits(again.limitsOf(point)));
      expect([changePerYear.value, changePerYear.lower, changePerYear.upper]).toEqual(threeDigits(trendOf(shown)));
    }
    expect(all.filter(({ chart }) => chart !== null).length).toBeGreaterThan(4);
  });

  it('is taken away as CSV, a line for each point', async () => {
    const response = await fetch(`${place.address}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/csv',
        authorization: `Bearer ${await place.tokenFor(stateOfficeOf('WA'))}`,
      },
      body: JSON.stringify({ query: `{ trend(measures: [ARREST_RATE], ${HARBOR}) ${SERIES} }` }),
    });
    const [header = [], ...lines] = parse(await response.text(), { comment: '#' });
    const [series] = await seriesOf(`measures: [ARREST_RATE], ${HARBOR}`);
    const at = (column: string): number => header.indexOf(column);

    expect(lines.map((line) => line[at('points.period')])).toEqual(series?.points.map(({ period }) => period));
    expect(lines.map((line) => Number(line[at('points.rate.numerator')]))).toEqual(
      series?.points.map(({ rate }) => rate.numerator),
    );
  });
});

describe('how does an agency compare with its peers', () => {
  const ARRESTS = 'peers(measure: ARREST_RATE, period: { from: "2025", to: "2025" })';

  it('marks the viewer’s own agency, shows those it may see one by one, and the others within an area', async () => {
    const { points } = await asked<Funnel>(ARRESTS, FUNNEL, analystOf('cedar-falls-pd'));
    expect(points.filter(({ isOwn }) => isOwn).map(({ place: own }) => own)).toEqual(['cedar-falls-pd']);
    expect(points.map(({ level, place: name }) => `${level} ${name}`).toSorted()).toEqual([
      'AGENCY basalt-county-so',
      'AGENCY cedar-county-so',
      'AGENCY cedar-falls-pd',
      'AGENCY cedar-outreach',
      'AGENCY harbor-city-pd',
      'STATE OR',
    ]);
  });

  it('hides no agency for being small, and shows no rate without its interval', async () => {
    const { points } = await asked<Funnel>(ARRESTS, FUNNEL, analystOf('cedar-falls-pd'));
    const small = points.find(({ place: name }) => name === 'basalt-county-so');
    expect(small?.rate.status).toBe('SHOWN');
    expect(points.every(({ rate }) => (rate.value === null) === (rate.lower === null))).toBe(true);
  });

  it('is no league table: ordered by label or by size, and nothing says rank', async () => {
    const byLabel = await asked<Funnel>(ARRESTS, FUNNEL, analystOf('cedar-falls-pd'));
    const bySize = await asked<Funnel>(ARRESTS.replace(')', ', order: SIZE)'), FUNNEL, analystOf('cedar-falls-pd'));
    const labels = byLabel.points.map(({ label }) => label);
    const sizes = bySize.points.map(({ rate }) => rate.denominator);
    const fields = JSON.stringify(buildHouseSchema().getType('PeerPoint')?.toConfig());

    expect(labels).toEqual(labels.toSorted());
    expect(sizes).toEqual(sizes.toSorted((one, other) => other - one));
    expect(fields).not.toMatch(/"(rank|position|percentile)"/i);
  });

  it('shows the public states only, and an area that hides nobody as not permitted', async () => {
    const { points } = await asked<Funnel>(ARRESTS, FUNNEL, publicReader);
    expect(points.map(({ level }) => level)).toEqual(['STATE', 'STATE']);
    const county =
      'peers(measure: ARREST_RATE, where: { county: ["WA/Harbor"] }, period: { from: "2025", to: "2025" })';
    const one = await asked<Funnel>(county, FUNNEL, publicReader);
    expect(one.points).toMatchObject([
      { level: 'COUNTY', rate: { value: null, status: 'NOT_PERMITTED' }, lower95: null, standing: null },
    ]);
  });

  it.each(['ADDITIVE', 'MULTIPLICATIVE'] as const)(
    'is computed again by a client to the last printed digit: %s',
    async (widening) => {
      const field = ARRESTS.replace(')', `, widening: ${widening})`);
      const funnel = await asked<Funnel>(field, FUNNEL, analystOf('cedar-falls-pd'));
      const shown = funnel.points.flatMap((point) =>
        point.noise === null ? [] : [{ ...point, ...counted(point.rate, point.noise) }],
      );
      const again = funnelOf(shown, widening);
      expect([funnel.target, funnel.phi, funnel.tauSquared]).toEqual(
        threeDigits([again.target, again.phi, again.tauSquared]),
      );
      expect(funnel.isOverDispersed).toBe(again.isOverDispersed);
      for (const point of shown) {
        const { lower95, upper95, lower998, upper998 } = point;
        expect([lower95, upper95, lower998, upper998]).toEqual(threeDigits(again.limitsOf(point)));
      }
    },
  );
});
