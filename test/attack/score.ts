import type { Clue } from './maths/guess.js';
import type { World } from './world/open-world.js';
import type { RegionKind } from './world/region.js';

/** What an attack achieved against one build. */
export interface Score {
  readonly id: string;
  /** What the attacker got, in the unit of the attack. */
  readonly score: number;
  /** What anybody gets without the attack, in the same unit. */
  readonly baseline: number;
  /** Whether the score is within what the real build may give away. */
  readonly passes: boolean;
  /** Whether the score is what a build without the protection must give away. */
  readonly breaks: boolean;
  /** The strongest single thing found. */
  readonly finding: string;
  /** The clues behind the score, by whose tables they are from: regions are judged together, one has too few. */
  readonly views?: readonly View[];
}

export interface View {
  readonly name: string;
  readonly clues: readonly Clue[];
}

/** An attack, and what shows that it can bite. Source: disclosure policy, section 5. */
export interface Attack {
  readonly id: string;
  readonly name: string;
  readonly run: (world: World) => Promise<Score>;
  /** Whether every test run has it; the others wait for HEADWATERS_ATTACKS=all. */
  readonly isFast?: true;
  /** Whether it brings a region of its own, always the same one. */
  readonly isOfOneRegion?: true;
  /** The same with fewer tries or parts, for every test run. */
  readonly runShort?: (world: World) => Promise<Score>;
  /** Fewer questions still, for the regions after the first. */
  readonly runAgain?: (world: World) => Promise<Score>;
  /** The weakened build it must break; null where none is named. */
  readonly weakening: string | null;
  /** The region it runs in, where it is not that of six; first for the real build. */
  readonly region?: { readonly real: RegionKind; readonly weakened: RegionKind };
}

export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** Three digits are enough of any score. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
