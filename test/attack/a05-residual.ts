import { NOISE_VARIANCE, hitsOf, isHarmless, sentence } from './maths/guess.js';
import type { Clue } from './maths/guess.js';
import { rounded } from './score.js';
import type { Score } from './score.js';
import { cellName, crawled, familiesOf } from './world/crawl.js';
import type { Look } from './world/crawl.js';
import { VARIED } from './world/latent-classes.js';
import type { Role, World } from './world/open-world.js';

/** Who takes totals apart, of which place. */
const VIEWS: readonly { readonly role: Role; readonly agency: string | null }[] = [
  { role: 'researcher', agency: null },
  { role: 'analyst of elm', agency: 'dogwood' },
];
const PERIOD = '2025-Q2';
const EXACT_MUST_BREAK = 0.9;

/** A5: a total less its shown parts is the one part that is hidden, but for the noise. */
export async function residual(world: World): Promise<Score> {
  const clues: Clue[] = [];
  for (const { role, agency } of VIEWS) {
    const place = agency === null ? {} : { where: { AGENCY: [agency] } };
    const looks = await crawled(world, role, { dimensions: VARIED, orderMax: 2, period: PERIOD, ...place });
    const agencies = agency === null ? undefined : [agency];
    for (const [name, { look, estimates }] of identified(looks)) {
      clues.push({ name, truth: world.truth.count({ period: PERIOD, nodes: look.nodes, agencies }), estimates });
    }
  }
  const publicLooks = await crawled(world, 'public', { dimensions: VARIED, orderMax: 1, period: PERIOD });
  const publicly = identified(publicLooks).size;
  const hits = hitsOf(clues);
  return {
    id: 'A5',
    score: rounded(hits.exact),
    baseline: rounded(hits.constant),
    passes: isHarmless(hits) && publicly === 0,
    breaks: hits.exact >= EXACT_MUST_BREAK,
    finding: `${sentence(hits)}; ${publicly} identified by the public`,
    views: [{ name: 'lone hidden cells', clues }],
  };
}

interface Identified {
  readonly look: Look;
  readonly estimates: readonly { readonly value: number; readonly variance: number }[];
}

/** Hidden cells that are the only hidden part of a shown total, with what subtraction says of each. */
function identified(looks: readonly Look[]): ReadonlyMap<string, Identified> {
  const byName = new Map(looks.map((look) => [cellName(look.nodes), look]));
  const found = new Map<string, Identified>();
  for (const { parent, parts } of familiesOf(looks)) {
    const total = byName.get(parent)?.value ?? null;
    const [lone, ...others] = parts.filter(({ value }) => value === null);
    if (total === null || lone === undefined || others.length > 0) continue;

    const value = total - parts.reduce((sum, part) => sum + (part.value ?? 0), 0);
    const name = cellName(lone.nodes);
    const estimates = [...(found.get(name)?.estimates ?? []), { value, variance: parts.length * NOISE_VARIANCE }];
    found.set(name, { look: lone, estimates });
  }
  return found;
}
