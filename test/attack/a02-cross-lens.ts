import { rounded, share } from './score.js';
import type { Score } from './score.js';
import { rowsOf } from './world/asking.js';
import type { Row } from './world/asking.js';
import { VARIED } from './world/latent-classes.js';
import type { Role, World } from './world/open-world.js';

const MISMATCH_MUST_BREAK = 0.5;
const QUARTER_ROLES: readonly Role[] = ['researcher', 'analyst of elm', 'analyst of fir', 'operator'];
const THRESHOLD = { partner: 11, public: 13 };
const PUBLIC_BASE = 5;

/** A2: audiences put their answers together: is each a function of the one noisy count the most privileged sees? */
export async function crossLens(world: World): Promise<Score> {
  const questions = VARIED.map((code) => ({ by: [code], period: '2025-Q1' }));
  const most = await rowsFor(world, 'stateOffice', questions);
  const verdicts: string[] = [];
  let compared = 0;
  for (const role of [...QUARTER_ROLES, 'public'] as const) {
    const rows = await rowsFor(world, role, questions);
    for (const [index, row] of rows.entries()) {
      const noisy = most[index]?.encounters.value ?? null;
      if (noisy === null && row.encounters.value === null) continue;
      compared += 1;
      if (!agrees(role, noisy, row.encounters.value))
        verdicts.push(`${role} ${nameOf(row)}: ${noisy} and ${row.encounters.value}`);
    }
  }
  const mismatch = share(verdicts.length, compared);
  return {
    id: 'A2',
    score: rounded(mismatch),
    baseline: 0,
    passes: mismatch === 0 && compared > 0,
    breaks: mismatch > MISMATCH_MUST_BREAK,
    finding: verdicts[0] ?? `${compared} values are functions of what the state office sees`,
  };
}

/** A public value may be missing for cover; every other one is what its lens makes of the noisy count. */
function agrees(role: Role, noisy: number | null, seen: number | null): boolean {
  if (noisy === null) return seen === null;
  if (role !== 'public') return seen === (noisy < THRESHOLD.partner ? null : noisy);
  if (seen === null) return true;
  return (
    noisy >= THRESHOLD.public && seen === Math.max(THRESHOLD.public, PUBLIC_BASE * Math.round(noisy / PUBLIC_BASE))
  );
}

async function rowsFor(
  world: World,
  role: Role,
  questions: readonly { readonly by: readonly string[] }[],
): Promise<readonly Row[]> {
  return (await world.ask(role, questions)).flatMap(rowsOf);
}

function nameOf({ group }: Row): string {
  return Object.entries(group)
    .map(([axis, node]) => `${axis}=${node}`)
    .join(', ');
}
