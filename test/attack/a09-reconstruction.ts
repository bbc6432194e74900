import { cornersOf } from './maths/corners.js';
import { NOISE_VARIANCE, hitsOf, isHarmless, sentence } from './maths/guess.js';
import type { Clue } from './maths/guess.js';
import { leastDeviation } from './maths/least-deviation.js';
import { estimateOfHidden, hiddenObservation, leastSquares } from './maths/least-squares.js';
import { rounded } from './score.js';
import type { Score, View } from './score.js';
import { cellName, crawled, familiesOf } from './world/crawl.js';
import type { Look } from './world/crawl.js';
import type { Role, World } from './world/open-world.js';

const DIMENSIONS = ['CALL_TYPE', 'SHIFT', 'AGE_BAND', 'GENDER', 'RACE_ETHNICITY', 'DISPOSITION'];
const ORDER_MAX = 2;
const PERIOD = '2025-Q1';
const EXACT_MUST_BREAK = 0.5;

/** Whose tables are taken apart: of the whole state, and of agencies of 1 200 and 400. */
const VIEWS: readonly { readonly role: Role; readonly agency: string | null; readonly threshold: number }[] = [
  { role: 'researcher', agency: null, threshold: 11 },
  { role: 'analyst of elm', agency: 'dogwood', threshold: 11 },
  // Cedar does not tell persons apart, so its threshold is twice as high.
  { role: 'stateOffice', agency: 'cedar', threshold: 12 },
];

/** A9: put all tables up to order two together, as a linear program and as least squares, to find the hidden counts. */
export async function reconstruction(world: World): Promise<Score> {
  const views: View[] = [];
  for (const { role, agency, threshold } of VIEWS) {
    const where = agency === null ? {} : { AGENCY: [agency] };
    const looks = await crawled(world, role, { dimensions: DIMENSIONS, orderMax: ORDER_MAX, period: PERIOD, where });
    const truth = ({ nodes }: Look): number =>
      world.truth.count({ period: PERIOD, nodes, agencies: agency === null ? undefined : [agency] });
    views.push({ name: `LP, ${role}, ${agency ?? 'state'}`, clues: await byProgram(looks, threshold, truth) });
    views.push({ name: `GLS, ${role}, ${agency ?? 'state'}`, clues: bySquares(looks, truth) });
  }
  const all = views.map(({ name, clues }) => ({ name, hits: hitsOf(clues) }));
  const best = all.reduce((one, other) => (other.hits.advantage > one.hits.advantage ? other : one));
  return {
    id: 'A9',
    score: rounded(best.hits.exact),
    baseline: rounded(best.hits.constant),
    passes: all.every(({ hits }) => isHarmless(hits)),
    breaks: best.hits.exact >= EXACT_MUST_BREAK,
    finding: all.map(({ name, hits }) => `${name}: ${sentence(hits)}`).join('; '),
    views,
  };
}

async function byProgram(
  looks: readonly Look[],
  threshold: number,
  truth: (look: Look) => number,
): Promise<readonly Clue[]> {
  const column = new Map(looks.map(({ nodes }, index) => [cellName(nodes), index]));
  const found = await leastDeviation({
    size: looks.length,
    threshold,
    sums: looks.map(({ value }, index) => ({ terms: new Map([[index, 1]]), value })),
    zeros: familiesOf(looks).map(
      ({ parent, parts }) =>
        new Map([
          [column.get(parent) ?? -1, -1],
          ...parts.map(({ nodes }) => [column.get(cellName(nodes)) ?? -1, 1] as const),
        ]),
    ),
  });
  return looks.flatMap((look, index) =>
    look.value === null ? [clueOf(look, truth, { value: found[index] ?? 0, variance: NOISE_VARIANCE })] : [],
  );
}

function bySquares(looks: readonly Look[], truth: (look: Look) => number): readonly Clue[] {
  const corners = cornersOf(DIMENSIONS, ORDER_MAX);
  const rows = looks.map((look) => ({ look, terms: corners.termsOf(look.nodes) }));
  const fit = leastSquares(
    corners.size,
    rows.map(({ look: { value }, terms }) =>
      value === null ? hiddenObservation(terms) : { terms, value, variance: NOISE_VARIANCE },
    ),
  );
  return rows.flatMap(({ look, terms }) =>
    look.value === null ? [clueOf(look, truth, estimateOfHidden(fit, terms))] : [],
  );
}

function clueOf(
  look: Look,
  truth: (look: Look) => number,
  estimate: { readonly value: number; readonly variance: number },
): Clue {
  return { name: cellName(look.nodes), truth: truth(look), estimates: [estimate] };
}
