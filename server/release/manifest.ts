import { createHash } from 'node:crypto';

import { dimensions } from '../../schema/catalogue/index.js';
import type { ReleaseManifest, ReleaseParticipant } from '../../schema/records/index.js';

/** An agency-month of a release, and what its submission does not collect. */
export interface ManifestMonth {
  readonly agencyId: string;
  readonly month: string;
  readonly notCollected: readonly string[];
}

/** Names the set of cells that can be asked for: it changes when a dimension or one of its trees does. */
function latticeVersion(): string {
  const trees = dimensions.map(({ code, nodes }) => [code, nodes.map((node) => [node.code, node.parent])]);
  return createHash('sha256').update(JSON.stringify(trees)).digest('hex').slice(0, 16);
}

/** What a release was made with. Holds no count. */
export function manifestOf(
  months: readonly ManifestMonth[],
  made: Pick<ReleaseManifest, 'policyId' | 'perturbationTableSha256' | 'keyIds'>,
): ReleaseManifest {
  return { ...made, latticeVersion: latticeVersion(), participants: participantsOf(months) };
}

function participantsOf(months: readonly ManifestMonth[]): readonly ReleaseParticipant[] {
  const agencyIds = [...new Set(months.map(({ agencyId }) => agencyId))].toSorted();
  return agencyIds.map((agencyId) => {
    const own = months.filter((month) => month.agencyId === agencyId);
    const silent = dimensions.filter(({ code }) => own.every(({ notCollected }) => notCollected.includes(code)));
    return {
      agencyId,
      months: own.map(({ month }) => month).toSorted(),
      notCollected: silent.map(({ code }) => code),
    };
  });
}
