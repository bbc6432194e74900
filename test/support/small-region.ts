import { anonymisedFile, encounters } from './encounters.js';
import { contribute, onboard, release } from './people.js';
import { servedHouse } from './served.js';
import type { ServedHouse } from './served.js';

/** A served region of four agencies in four counties of Washington, 800 encounters each, released through 2025. */
export async function smallRegion(): Promise<ServedHouse> {
  const place = await servedHouse();
  for (const [id, county] of [
    ['north-pd', 'WA/North'],
    ['south-pd', 'WA/South'],
    ['east-pd', 'WA/East'],
    ['west-pd', 'WA/West'],
  ] as const) {
    await onboard(place.house, id, county);
    await place.house.store.registry.addProgram({
      id: `${id}:co-responder`,
      agencyId: id,
      name: 'Together',
      responseModel: 'CO_RESPONDER',
      startedOn: '2024-01-01',
      endedOn: null,
      hours: 'Every day, 08:00-20:00',
      area: county,
    });
    await contribute(place.house, id, fileOf(id));
  }
  await release(place.house, '2025-12');
  return place;
}

function fileOf(agency: string): string {
  const patrol = { RESPONSE_MODEL: 'STANDARD_PATROL', ENGAGEMENT: 'ENGAGED', SHIFT: 'DAY' };
  const together = { RESPONSE_MODEL: 'CO_RESPONDER', ENGAGEMENT: 'ENGAGED', SHIFT: 'NIGHT' };
  return anonymisedFile([
    ...encounters(100, `${agency} a`, '2025-01', {
      ...patrol,
      DISPOSITION: 'ARRESTED',
      SCENE_MINUTES: 'MINUTES_30_60',
    }),
    ...encounters(300, `${agency} b`, '2025-04', {
      ...patrol,
      DISPOSITION: 'REFERRED',
      SCENE_MINUTES: 'MINUTES_15_30',
    }),
    ...encounters(50, `${agency} c`, '2025-07', { ...together, DISPOSITION: 'ARRESTED' }),
    ...encounters(350, `${agency} d`, '2025-12', { ...together, DISPOSITION: 'REFERRED' }),
  ]);
}
