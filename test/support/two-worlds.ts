import { anonymisedFile, encounters } from './encounters.js';
import { contribute, onboard, release } from './people.js';
import { servedHouse } from './served.js';
import type { ServedHouse } from './served.js';

/** A served region of four agencies in which a hidden cell, CIT, holds so many encounters. All else is the same. */
export async function worldWith({ hidden }: { hidden: number }): Promise<ServedHouse> {
  const place = await servedHouse();
  const met = { ENGAGEMENT: 'ENGAGED', SHIFT: 'DAY' };
  const patrol = { ...met, RESPONSE_MODEL: 'STANDARD_PATROL', DISPOSITION: 'ARRESTED' };
  const together = { ...met, RESPONSE_MODEL: 'CO_RESPONDER', DISPOSITION: 'REFERRED' };
  for (const [index, id] of ['east-pd', 'north-pd', 'south-pd', 'west-pd'].entries()) {
    await onboard(place.house, id, `WA/${id}`);
    const few = encounters(index === 0 ? hidden : 0, `${id} few`, '2025-04', { ...met, RESPONSE_MODEL: 'CIT' });
    const file = anonymisedFile([
      ...encounters(200, `${id} a`, '2025-01', patrol),
      ...encounters(300, `${id} b`, '2025-04', { ...patrol, DISPOSITION: 'REFERRED' }),
      ...encounters(100, `${id} c`, '2025-07', { ...together, DISPOSITION: 'ARRESTED' }),
      ...encounters(250, `${id} d`, '2025-12', together),
      ...few,
    ]);
    await contribute(place.house, id, file);
  }
  await release(place.house, '2025-12');
  return place;
}
