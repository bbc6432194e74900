import type { Score } from './score.js';
import { rowsOf } from './world/asking.js';
import type { Role, World } from './world/open-world.js';

/** A county of three agencies is shown one dimension at a time, one of two not at all. */
const PAIR = 'WA/Two';
const THREE = 'WA/Three';
const ROLES: readonly Role[] = ['researcher', 'public', 'analyst of fir'];

/** A7, the pools that are not served: areas of fewer than four agencies, by county, by filter and by exclusion. */
export async function smallPools(world: World): Promise<Score> {
  const findings: string[] = [];
  for (const role of ROLES) {
    const period = role === 'public' ? '2025' : '2025-Q1';
    const by = role === 'public' ? [] : ['SHIFT', 'GENDER'];
    const answers = await world.ask(role, [
      { where: { COUNTY: [PAIR] }, period },
      { by: ['COUNTY', 'SHIFT'], where: { COUNTY: [PAIR, 'WA/One'] }, period },
      { except: { COUNTY: [THREE, 'WA/One'] }, period },
      ...(by.length === 0 ? [] : [{ by, where: { COUNTY: [THREE] }, period }]),
    ]);
    const shown = answers.flatMap(rowsOf).filter(({ encounters }) => encounters.value !== null);
    findings.push(...shown.map(({ group, encounters }) => `${role} ${JSON.stringify([group, encounters.value])}`));
  }
  return {
    id: 'A7 pools',
    score: findings.length,
    baseline: 0,
    passes: findings.length === 0,
    breaks: findings.length > 0,
    finding: findings[0] ?? 'no value of a pool of two, and none of two dimensions of a pool of three',
  };
}
