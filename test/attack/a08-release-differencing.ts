import { ask } from '../support/ask.js';
import { release } from '../support/people.js';

import { rounded, share } from './score.js';
import type { Score } from './score.js';
import { rowsOf } from './world/asking.js';
import type { Row } from './world/asking.js';
import { cellName, leavesOf, subsetsOf } from './world/crawl.js';
import type { Nodes } from './world/crawl.js';
import { editsOf, send } from './world/edits.js';
import type { Edit } from './world/edits.js';
import { VARIED } from './world/latent-classes.js';
import type { World } from './world/open-world.js';
import { LAST_MONTH } from './world/region.js';

const YEARS = ['2024', '2025'];
const AREA_MAX = 0.6;
const RECOVERY_MAX = 0.05;
const EPOCHS_MAX = 2;
const AREA_MUST_BREAK = 0.85;
const RECOVERY_MUST_BREAK = 0.7;
/** One revision more than a block may have, a year after the other. */
const LATER_YEARS = [2027, 2028, 2029];

/** One cell of one agency-year in two releases. */
interface Pair {
  readonly block: string;
  readonly nodes: Nodes;
  readonly changed: boolean;
}

/**
 * A8: everything before and after a yearly revision, laid side by side: do the numbers that moved name the encounter that did?
 *
 * @param dimensions whose tables are read, and whose leaves of the encounter are to be named.
 */
export async function releaseDifferencing(world: World, dimensions: readonly string[]): Promise<Score> {
  const edits = editsOf(world);
  const before = await everythingShown(world, dimensions);
  await send(edits, world);
  await revise(world);
  const after = await everythingShown(world, dimensions);

  const moved = movedWithoutCause(before, after);
  const pairs = pairsOf(before, after);
  const area = areaUnderCurve(pairs, edits);
  const whole = edits.filter(({ kind }) => kind !== 'CORRECTED');
  const recovered = whole.filter((edit) => isRecovered(edit, { pairs, dimensions })).length;
  const recovery = share(recovered, whole.length);
  const epochs = await epochsAfterYears(world, edits);
  return {
    id: 'A8',
    score: rounded(recovery),
    baseline: 0,
    passes: moved.length === 0 && area <= AREA_MAX && recovery <= RECOVERY_MAX && epochs <= EPOCHS_MAX,
    breaks: area >= AREA_MUST_BREAK && recovery >= RECOVERY_MUST_BREAK,
    finding:
      moved[0] ??
      `${recovered} of ${whole.length} encounters recovered whole, area under the curve ${rounded(area)} over ` +
        `${pairs.length} cells of revised blocks; every row of one vintage the same; at most ${epochs} epochs`,
  };
}

type Shown = ReadonlyMap<string, Row>;

/** Every table of up to two dimensions of every agency and year, and a few of months and of the pool. */
async function everythingShown(world: World, dimensions: readonly string[]): Promise<Shown> {
  const layouts = [
    ...subsetsOf(dimensions, 2).map((axes) => ['AGENCY', ...axes]),
    ['AGENCY', 'MONTH'],
    ['STATE', 'QUARTER', 'SHIFT'],
  ];
  const questions = YEARS.flatMap((period) => layouts.map((by) => ({ by, period })));
  const answers = await world.ask('stateOffice', questions);
  return new Map(
    answers.flatMap((answer, index) =>
      rowsOf(answer).map((row) => [`${questions[index]?.period ?? ''} ${cellName(row.group)}`, row] as const),
    ),
  );
}

async function revise({ address, tokenOf }: World): Promise<void> {
  const token = tokenOf('operator');
  const drafted = await ask(
    address,
    `mutation { draftRelease(throughMonth: "${LAST_MONTH}", kind: REVISION) { id } }`,
    { token },
  );
  const { id } = drafted.data?.['draftRelease'] as { readonly id: string };
  const published = await ask(address, `mutation { publishRelease(draft: "${id}") { id } }`, { token });
  if (published.errors !== undefined) throw new Error(`No revision: ${JSON.stringify(published.errors)}`);
}

/** Rows of one vintage that read differently before and after. */
function movedWithoutCause(before: Shown, after: Shown): readonly string[] {
  return [...before].flatMap(([name, was]) => {
    const is = after.get(name);
    const isSame = is !== undefined && (is.vintage !== was.vintage || is.encounters.value === was.encounters.value);
    return isSame ? [] : [`${name} of one vintage reads ${was.encounters.value}, then ${is?.encounters.value}`];
  });
}

/** Cells of known leaves in blocks where anything changed, where either release shows a number. */
function pairsOf(before: Shown, after: Shown): readonly Pair[] {
  const pairs = [...before].flatMap(([name, was]) => {
    const is = after.get(name);
    const { AGENCY: agency, ...nodes } = was.group;
    const isLeaf = Object.entries(nodes).every(
      ([code, leaf]) => VARIED.includes(code) && leavesOf(code).includes(leaf),
    );
    if (is === undefined || agency === undefined || !isLeaf) return [];
    const [value, then] = [is.encounters.value, was.encounters.value];
    const block = `${agency} ${name.slice(0, 4)}`;
    return value === null && then === null ? [] : [{ block, nodes, changed: value !== then }];
  });
  const revised = new Set(pairs.filter(({ changed }) => changed).map(({ block }) => block));
  return pairs.filter(({ block }) => revised.has(block));
}

/** How well "it changed" tells cells with the encounter from cells without it: a half is not at all. */
function areaUnderCurve(pairs: readonly Pair[], edits: readonly Edit[]): number {
  const editOf = new Map(edits.map((edit) => [blockOf(edit), edit]));
  const [inside, outside] = [
    { changed: 0, all: 0 },
    { changed: 0, all: 0 },
  ];
  for (const { block, nodes, changed } of pairs) {
    // A corrected encounter is in the cells of before or of after; those it never left are as they were.
    const side = editOf.get(block)?.touched.filter((leaves) => isWithin(leaves, nodes)).length === 1 ? inside : outside;
    side.all += 1;
    if (changed) side.changed += 1;
  }
  return (1 + share(inside.changed, inside.all) - share(outside.changed, outside.all)) / 2;
}

/** Whether the leaf of each dimension whose cells changed most often is that of the encounter, in all of them. */
function isRecovered(
  edit: Edit,
  { pairs, dimensions }: { pairs: readonly Pair[]; dimensions: readonly string[] },
): boolean {
  const own = pairs.filter(({ block }) => block === blockOf(edit));
  return dimensions.every((code) => {
    const scores = leavesOf(code).map((leaf) => {
      const cells = own.filter(({ nodes }) => nodes[code] === leaf);
      return { leaf, score: share(cells.filter(({ changed }) => changed).length, cells.length) };
    });
    const best = scores.reduce((one, other) => (other.score > one.score ? other : one));
    return best.leaf === edit.touched[0]?.[code];
  });
}

function blockOf({ agencyId, year }: Edit): string {
  return `${agencyId} ${year}`;
}

function isWithin(leaves: Readonly<Record<string, string>>, nodes: Nodes): boolean {
  return Object.entries(nodes).every(([code, leaf]) => leaves[code] === leaf);
}

/** Once the block is sealed a revision would change nothing, and is refused. */
function unlessSealed(error: unknown): void {
  if (!(error instanceof Error && error.message.includes('sealed'))) throw error;
}

/** Change one block again every year, and revise; the manifests say how often its keys did. */
async function epochsAfterYears(world: World, edits: readonly Edit[]): Promise<number> {
  const [edit] = edits;
  if (edit === undefined) return Infinity;
  for (const year of LATER_YEARS) {
    const then = { ...world.house, clock: { now: () => new Date(Date.UTC(year, 2, 1)) } };
    const month = edit.month.slice(year - 2026);
    await send([{ ...edit, month }], { house: then });
    await release(then, LAST_MONTH, 'REVISION').catch(unlessSealed);
  }
  const { data } = await ask(world.address, '{ releases(first: 20) { edges { node { manifest } } } }', {
    token: world.tokenOf('researcher'),
  });
  const { edges } = data?.['releases'] as {
    readonly edges: readonly { readonly node: { readonly manifest: string } }[];
  };
  const manifests = edges.map(
    ({ node: { manifest } }) => JSON.parse(manifest) as { blocks: readonly { epoch: number }[] },
  );
  return Math.max(...manifests.flatMap(({ blocks }) => blocks.map(({ epoch }) => epoch)));
}
