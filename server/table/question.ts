/** An axis a table can be laid out by: a dimension code, a level of the geography, or a time grain. */
export type Axis = string;

export const GEOGRAPHY_AXES = ['AGENCY', 'COUNTY', 'STATE', 'PEER_GROUP'] as const;
export const TIME_AXES = ['MONTH', 'QUARTER', 'YEAR', 'YEARS'] as const;

export function isTimeAxis(axis: Axis): boolean {
  return (TIME_AXES as readonly string[]).includes(axis);
}

/** Most dimensions a row may restrict whose persons are counted. Source: disclosure policy, section 2.11. */
export const PERSONS_ORDER_MAX = 1;

/** Which encounters: nodes of dimensions, and places. An absent entry restricts nothing; entries are alternatives. */
export interface Selection {
  /** Dimension code -> nodes of its tree. */
  readonly nodes: Readonly<Record<string, readonly string[]>>;
  readonly agencies?: readonly string[];
  readonly counties?: readonly string[];
  readonly states?: readonly string[];
  /** Never beside another place or a geography axis: a place of their own. */
  readonly peerGroups?: readonly string[];
}

/** A table of outcomes an asker wants. */
export interface OutcomesQuestion {
  /** Release id; null is the latest. */
  readonly releaseId: string | null;
  readonly where: Selection;
  /** Encounters in any of these are left out. */
  readonly except: Selection;
  /** Closed range of time nodes, `2024-Q1` to `2025-Q2`, both included; null is every closed period. */
  readonly period: { readonly from: string; readonly to: string } | null;
  /** Rows are the product of the axes, in this order. */
  readonly by: readonly Axis[];
  /** Codes of the measures to compute. */
  readonly measures: readonly string[];
  /** Whether to count the persons of every row too; not when absent. */
  readonly persons?: boolean;
}

/** A question with the axes a comparison of it is adjusted for; without them where it is crude, or no comparison. */
export interface AdjustedQuestion extends OutcomesQuestion {
  readonly adjustFor?: readonly Axis[];
}
