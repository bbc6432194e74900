import type { TokenHolder } from '../../schema/records/index.js';

/** Whether the asker may send files for an agency: its steward, or an operator. */
export function maySubmitFor(asker: TokenHolder, agencyId: string): boolean {
  return isStewardOf(asker, agencyId) || asker.audience === 'OPERATOR';
}

/** Whether the asker may erase encounters of an agency: its steward alone, who knows whose they are. */
export function mayErase(asker: TokenHolder, agencyId: string): boolean {
  return isStewardOf(asker, agencyId);
}

/** Whether the asker may say what an agency's numbers mean: its steward alone, who knows how they are made. */
export function mayDeclare(asker: TokenHolder, agencyId: string): boolean {
  return isStewardOf(asker, agencyId);
}

/** Whether the asker may accept or withdraw an agency's submission. */
export function mayDecide(asker: TokenHolder, agencyId: string): boolean {
  return isStewardOf(asker, agencyId) || asker.audience === 'OPERATOR';
}

/** Whether the asker may register agencies and programs, and issue tokens. */
export function mayKeepRegistry({ audience }: TokenHolder): boolean {
  return audience === 'OPERATOR';
}

/** Whether the asker may read and check the whole ledger. */
export function mayReadWholeLedger({ audience }: TokenHolder): boolean {
  return audience === 'OPERATOR';
}

/** Whether the asker may publish a release. */
export function mayRelease({ audience }: TokenHolder): boolean {
  return audience === 'OPERATOR';
}

/** Whose submissions and agreements the asker may list: one agency's, everybody's (null), or nobody's. */
export function recordsSeenBy({ audience, agencyId }: TokenHolder): { readonly agencyId: string | null } | 'NONE' {
  if (audience === 'OPERATOR') return { agencyId: null };
  const hasAgency = audience === 'STEWARD' || audience === 'ANALYST';
  return hasAgency && agencyId !== null ? { agencyId } : 'NONE';
}

/** Whether the asker belongs to an agency whose exact rows it may see. */
export function mayAskOwn({ audience, agencyId }: TokenHolder): boolean {
  return (audience === 'ANALYST' || audience === 'STEWARD') && agencyId !== null;
}

function isStewardOf({ audience, agencyId }: TokenHolder, wanted: string): boolean {
  return audience === 'STEWARD' && agencyId === wanted;
}
