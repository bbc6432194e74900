import type { AgencyStory } from '../../seeds/agency-story.js';
import { declarations } from '../../seeds/declarations.js';
import { encountersOf } from '../../seeds/encounters.js';
import { fileOf } from '../../seeds/file.js';
import { HOURS } from '../../seeds/programs.js';
import { LAST_MONTH, agreements, region } from '../../seeds/region.js';
import {
  acceptSubmission,
  changeAgreement,
  declareMeasure,
  receiveSubmission,
  registerAgency,
  registerProgram,
} from '../../server/flow/index.js';
import type { House } from '../../server/flow/index.js';

import { operator, release, stewardOf } from './people.js';
import { servedHouse } from './served.js';
import type { ServedHouse } from './served.js';

/** The demo region, or some states of it, served: the same agencies, programs, declarations, agreements and encounters. */
export async function servedDemo(states: readonly string[]): Promise<ServedHouse> {
  const place = await servedHouse();
  const agencies = region.filter(({ county }) => states.includes(county.slice(0, 2)));
  for (const agency of agencies) await takePart(agency, place.house);

  const ids = new Set(agencies.map(({ id }) => id));
  for (const agreement of agreements.filter(({ grantingAgencyId }) => ids.has(grantingAgencyId)))
    await changeAgreement({ ...agreement, isGranted: true }, operator, place.house);
  for (const declaration of declarations.filter(({ agencyId }) => ids.has(agencyId)))
    await declareMeasure(declaration, stewardOf(declaration.agencyId), place.house);
  await release(place.house, LAST_MONTH);
  return place;
}

async function takePart(story: AgencyStory, house: House): Promise<void> {
  const { id, name, kind, county, programs } = story;
  await registerAgency({ id, name, kind, county, isSynthetic: true }, operator, house);
  for (const { model, name: programName, startedOn, hours } of programs) {
    const program = { agencyId: id, name: programName, responseModel: model, startedOn, endedOn: null };
    await registerProgram({ ...program, hours: HOURS[hours], area: county }, operator, house);
  }
  const { submission } = await receiveSubmission(
    { agencyId: id, content: fileOf(encountersOf(story)) },
    operator,
    house,
  );
  await acceptSubmission({ submissionId: submission.id }, operator, house);
}
