/** An exact table an agency was given to hand on: which cells of it are out, and which are hidden. Holds no count. */
export interface SharedTable {
  readonly agencyId: string;
  readonly releaseId: string;
  /** 1 for the first of an agency and release. */
  readonly seq: number;
  readonly sharedAt: Date;
  /** Id of the token holder. */
  readonly sharedBy: string;
  /** The one time node it is of. */
  readonly time: string;
  /** Dimension code -> the one node it is restricted to. */
  readonly nodes: Readonly<Record<string, string>>;
  readonly axes: readonly string[];
  readonly threshold: number;
  /** Ids of its suppressed cells; all its others are out. */
  readonly hidden: readonly string[];
}
