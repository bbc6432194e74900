import type { ColumnProfile, Profile } from './profile.js';
import { isKeyLikeName, isKeyName } from './vocabulary.js';

/** Fewest different values for each filled cell: of a column named like a key, whose incidents may have several rows. */
const NAMED_SHARE_MIN = 0.3;
/** The same of a column with any other name, and how much of it must be filled. */
const UNNAMED_SHARE_MIN = 0.98;
const FILLED_SHARE_MIN = 0.9;
const CANDIDATES_MAX = 5;

/** Which columns may hold the incident number. */
export interface KeyColumns {
  /** The one column that is called so and may be it; null where there is none or several. */
  readonly certain: ColumnProfile | null;
  /** Names of the likeliest, best first. */
  readonly candidates: readonly string[];
  /** Whether the certain one occurs on several rows; null without one. */
  readonly isMany: boolean | null;
}

/** Find the incident number by its name and by how many different values it has. */
export function keyColumnsIn({ rows, columns }: Profile): KeyColumns {
  const codes = columns.filter(({ kind }) => kind === 'NUMBER' || kind === 'CODES' || kind === 'MANY');
  const shareOf = ({ distinct, filledShare }: ColumnProfile): number => distinct / (rows * filledShare);
  const named = codes.filter(({ name }) => isKeyName(name) || isKeyLikeName(name));
  const likely = named.filter((column) => shareOf(column) >= NAMED_SHARE_MIN);
  const unique = codes.filter(
    (column) => column.filledShare >= FILLED_SHARE_MIN && shareOf(column) >= UNNAMED_SHARE_MIN,
  );
  const [first, ...others] = likely.filter(({ name }) => isKeyName(name));
  const certain = others.length === 0 ? (first ?? null) : null;
  return {
    certain,
    candidates: [...new Set([...likely, ...unique].map(({ name }) => name))].slice(0, CANDIDATES_MAX),
    isMany: certain === null ? null : certain.distinct < rows * certain.filledShare,
  };
}
