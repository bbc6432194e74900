/** Words of one product module, and what they become. */
export interface Change {
  readonly module: string;
  readonly from: string;
  readonly to: string;
}

export const weakenings: Readonly<Record<string, readonly Change[]>>;
