import { draftMapping as draftFrom, openSource, profileOf } from '../../ingest/index.js';
import type { BytesSeen } from '../../ingest/index.js';

export interface DraftAsked {
  readonly path: string;
  readonly agencyId?: string | undefined;
  readonly sheet?: string | undefined;
  readonly onBytes?: BytesSeen | undefined;
}

/** Look at an agency's file and draft its mapping. The draft fails every check until its TODOs are decided. */
export async function draftMapping({ path, agencyId, sheet, onBytes }: DraftAsked): Promise<string> {
  const source = await openSource({ path, format: sheet === undefined ? {} : { sheet }, onBytes });
  return draftFrom(await profileOf(source), { agencyId });
}
