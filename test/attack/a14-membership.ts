import { noiseProbability } from './maths/noise.js';
import { rounded, share } from './score.js';
import type { Score } from './score.js';
import { cellName, crawled } from './world/crawl.js';
import type { Look } from './world/crawl.js';
import { VARIED } from './world/latent-classes.js';
import type { World } from './world/open-world.js';
import type { Victim } from './world/story.js';

const ORDER_MAX = 2;
const ADVANTAGE_MAX = 0.25;
const QUARTERS_JUDGED = 4;

/**
 * A14: whoever knows every other row asks whether the victim is in a cell, and is answered with one noisy count.
 *
 * Balanced: each cell is judged once as it is, its victim a member, and once with the victim taken for a stranger.
 */
export async function membership(world: World): Promise<Score> {
  const judged = { member: { right: 0, all: 0 }, stranger: { right: 0, all: 0 } };
  let [convicted, whole] = [0, 0];
  for (const [place, victims] of [...victimsByPlace(world.victims)].slice(0, QUARTERS_JUDGED)) {
    const [agency = '', period = ''] = place.split(' ');
    const crawl = { dimensions: VARIED, orderMax: ORDER_MAX, period, where: { AGENCY: [agency] } };
    const looks = (await crawled(world, 'stateOffice', crawl)).filter(({ value }) => value !== null);
    const counts = new Map(
      looks.map((look) => [cellName(look.nodes), world.truth.count({ period, nodes: look.nodes, agencies: [agency] })]),
    );
    whole += victims.length;
    for (const victim of victims) {
      const evidence = looks
        .filter(({ nodes }) => isIn(victim, nodes))
        .map((look) => ({ seen: look.value ?? 0, n: counts.get(cellName(look.nodes)) ?? 0 }));
      for (const { seen, n } of evidence) {
        judged.member.all += 1;
        judged.stranger.all += 1;
        if (evidenceOfMember(seen, n - 1) > 0) judged.member.right += 1;
        if (evidenceOfMember(seen, n) <= 0) judged.stranger.right += 1;
      }
      if (evidence.reduce((sum, { seen, n }) => sum + evidenceOfMember(seen, n - 1), 0) > 0) convicted += 1;
    }
  }
  const advantage =
    share(judged.member.right, judged.member.all) + share(judged.stranger.right, judged.stranger.all) - 1;
  return {
    id: 'A14',
    score: rounded(advantage),
    baseline: 0,
    passes: advantage <= ADVANTAGE_MAX && judged.member.all > 0,
    breaks: advantage >= 1,
    finding:
      `advantage ${rounded(advantage)} from one cell, over ${judged.member.all} cells of ${whole} victims; ` +
      `all cells together name ${convicted} of them (reported, not gated)`,
  };
}

/** Logarithm of how much likelier the displayed count is with the victim than without, the others being known. */
function evidenceOfMember(seen: number, others: number): number {
  return Math.log(noiseProbability(others + 1, seen - others - 1)) - Math.log(noiseProbability(others, seen - others));
}

function isIn({ leaves }: Victim, nodes: Look['nodes']): boolean {
  return Object.entries(nodes).every(([code, node]) => leaves[code] === node);
}

function victimsByPlace(victims: readonly Victim[]): ReadonlyMap<string, readonly Victim[]> {
  const places = new Map<string, Victim[]>();
  for (const victim of victims) {
    const place = `${victim.agencyId} ${victim.quarter}`;
    places.set(place, [...(places.get(place) ?? []), victim]);
  }
  return places;
}
