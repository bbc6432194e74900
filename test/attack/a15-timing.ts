import { dimensionOf } from '../../schema/catalogue/index.js';
import { chanceFrom } from '../../seeds/chance.js';

import { rounded } from './score.js';
import { fieldText } from './world/asking.js';
import type { World } from './world/open-world.js';
import { HIDDEN, TWIN_QUARTER } from './world/twins.js';
import { overTheWire } from './world/wire.js';

const MEDIANS_APART_MAX_MS = 2;
/** Kolmogorov-Smirnov: two samples of n and m are told apart at 1 % from this times sqrt(1/n + 1/m). Smirnov (1948). */
const CRITICAL_AT_ONE_PERCENT = 1.628;
const WARMING = 100;

export interface Timed {
  /** Whether the times tell the regions apart. */
  readonly isTold: boolean;
  readonly sentence: string;
}

/** Ask both regions for the hidden cell by turns, in random order, so that both have the machine's good and bad moments. */
export async function slowedBy({ one, other }: { one: World; other: World }, requests: number): Promise<Timed> {
  const chance = chanceFrom('timing');
  const [first, second]: [number[], number[]] = [[], []];
  for (let round = 0; round < requests + WARMING; round += 1) {
    const turns = [
      [one, first],
      [other, second],
    ] as const;
    for (const [world, times] of chance.happens(0.5) ? turns : turns.toReversed()) {
      const time = await timeOf(world, round);
      if (round >= WARMING) times.push(time);
    }
  }
  const apart = Math.abs(medianOf(first) - medianOf(second));
  const distance = distanceOf(first, second);
  const critical = CRITICAL_AT_ONE_PERCENT * Math.sqrt(2 / requests);
  return {
    isTold: apart >= MEDIANS_APART_MAX_MS || distance >= critical,
    sentence:
      `${requests} requests each: medians ${rounded(medianOf(first))} and ${rounded(medianOf(second))} ms, ` +
      `Kolmogorov-Smirnov distance ${rounded(distance)}, critical ${rounded(critical)}`,
  };
}

/** Fewer tables than the quota of a researcher, and more than one. */
const TABLES = 300;

/** Table after table: each adds leaves in which nobody is, so that none is answered from memory before all were asked. */
async function timeOf({ address, tokenOf }: World, round: number): Promise<number> {
  const [everybody = '', ...others] = dimensionOf('CALL_TYPE').tree.leaves.toReversed();
  const some = others.filter((_, index) => (((round % TABLES) >> index) & 1) === 1);
  const where = { SHIFT: [HIDDEN.SHIFT], GENDER: [HIDDEN.GENDER], CALL_TYPE: [everybody, ...some] };
  const query = `{ ${fieldText({ where, period: TWIN_QUARTER })} }`;
  const started = process.hrtime.bigint();
  await overTheWire(address, { token: tokenOf('researcher'), body: { query } });
  return Number(process.hrtime.bigint() - started) / 1e6;
}

function medianOf(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}

/** Largest distance between the two empirical distributions. */
function distanceOf(first: readonly number[], second: readonly number[]): number {
  const [ones, others] = [first, second].map((times) => times.toSorted((one, other) => one - other));
  const shareBelow = (times: readonly number[], limit: number): number =>
    times.filter((time) => time <= limit).length / times.length;
  return Math.max(
    ...[...first, ...second].map((time) => Math.abs(shareBelow(ones ?? [], time) - shareBelow(others ?? [], time))),
  );
}
