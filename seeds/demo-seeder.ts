import type { TokenHolder } from '../schema/records/index.js';
import {
  acceptSubmission,
  changeAgreement,
  declareMeasure,
  draftRelease,
  issueToken,
  publishRelease,
  receiveSubmission,
  registerAgency,
  registerProgram,
  replacePeerGroups,
} from '../server/flow/index.js';
import type { House } from '../server/flow/index.js';

import type { AgencyStory } from './agency-story.js';
import { declarations } from './declarations.js';
import { encountersOf } from './encounters.js';
import { fileOf } from './file.js';
import { peerGroups } from './peer-groups.js';
import { HOURS, OPENINGS } from './programs.js';
import { LAST_MONTH, agreements, region } from './region.js';

/** One token per audience: shown once, and kept as hashes. */
export type DemoTokens = Readonly<Record<TokenHolder['audience'], string>>;

/** Where the demo's own people belong. */
const HOME = { agencyId: 'cedar-falls-pd', state: 'WA' };

/** One holder of a token for each audience. */
export const demoPeople: readonly Omit<TokenHolder, 'id'>[] = [
  { name: 'Anybody', audience: 'PUBLIC', agencyId: null, state: null },
  { name: 'Analyst of Cedar Falls, cedar-falls-pd', audience: 'ANALYST', agencyId: HOME.agencyId, state: null },
  { name: 'Data steward of Cedar Falls, cedar-falls-pd', audience: 'STEWARD', agencyId: HOME.agencyId, state: null },
  { name: 'Washington program office', audience: 'STATE_OFFICE', agencyId: null, state: HOME.state },
  { name: 'Researcher', audience: 'RESEARCHER', agencyId: null, state: null },
  { name: 'Operator', audience: 'OPERATOR', agencyId: null, state: null },
];

const operator: TokenHolder = {
  id: 'demo-seeder',
  name: 'Demo seeder',
  audience: 'OPERATOR',
  agencyId: null,
  state: null,
};

/** Only its own steward may say what an agency's numbers mean. */
function stewardOf(agencyId: string): TokenHolder {
  return { id: `demo-steward-${agencyId}`, name: 'Demo steward', audience: 'STEWARD', agencyId, state: null };
}

/**
 * Load the demo region by the way a real agency takes: register, submit, accept, release.
 *
 * @param onProgress told after every agency how many of how many are in.
 */
export async function seedDemoRegion(
  house: House,
  { onProgress }: { onProgress: (done: number, all: number) => void },
): Promise<DemoTokens> {
  for (const agency of region) await register(agency, house);
  await replacePeerGroups({ groups: peerGroups, reason: 'The demo region begins.' }, operator, house);
  for (const agreement of agreements) await changeAgreement({ ...agreement, isGranted: true }, operator, house);
  for (const declaration of declarations) await declareMeasure(declaration, stewardOf(declaration.agencyId), house);

  for (const [index, agency] of region.entries()) {
    const content = fileOf(encountersOf(agency));
    const { submission } = await receiveSubmission({ agencyId: agency.id, content }, operator, house);
    await acceptSubmission({ submissionId: submission.id }, operator, house);
    onProgress(index + 1, region.length);
  }
  const draft = await draftRelease({ throughMonth: LAST_MONTH, kind: 'ORDINARY' }, operator, house);
  await publishRelease({ draftId: draft.id }, operator, house);

  const tokens = await Promise.all(
    demoPeople.map(async (person) => [person.audience, await issueToken(person, operator, house)] as const),
  );
  return Object.fromEntries(tokens) as DemoTokens;
}

async function register({ id, name, kind, county, programs }: AgencyStory, house: House): Promise<void> {
  await registerAgency({ id, name, kind, county, isSynthetic: true }, operator, house);
  for (const { model, name: programName, startedOn, hours } of programs)
    await registerProgram(
      {
        agencyId: id,
        name: `${programName} (synthetic)`,
        responseModel: model,
        startedOn,
        endedOn: null,
        hours: HOURS[hours],
        area: county,
        openings: OPENINGS[hours],
        serves: kind === 'BEHAVIORAL_HEALTH_PROVIDER' ? county : id,
      },
      operator,
      house,
    );
}
