import { z } from 'zod';

import type { Agency, NewProgram, Program, TokenHolder } from '../../../schema/records/index.js';
import { mayKeepRegistry } from '../../access/index.js';
import { AskerError } from '../../lib/index.js';

import type { House } from '../house.js';
import { checkOpenings, checkServed } from './check-program.js';
import { ID, badField, mayNotKeepRegistry, refuseUnknownAgency } from './mistakes.js';

const DAY = z.iso.date();
const COUNTY = /^[A-Z]{2}\/\S.*$/;

/** Let an agency take part. Its rows are in the regional store. */
export async function registerAgency(
  agency: Omit<Agency, 'mode' | 'state'>,
  asker: TokenHolder,
  { store }: House,
): Promise<Agency> {
  if (!mayKeepRegistry(asker)) throw mayNotKeepRegistry();
  if (!ID.test(agency.id)) throw badField('agency id', agency.id, 'small letters, digits and single hyphens');
  if (!COUNTY.test(agency.county)) throw badField('county', agency.county, 'its state and name, such as WA/King');
  if (agency.name.trim() === '') throw badField('name', agency.name, 'some words');
  if ((await store.registry.agenciesByIds([agency.id])).length > 0) throw isTaken('agency', agency.id);
  const groups = (await store.registry.peerGroups())?.groups ?? [];
  if (groups.some(({ id }) => id === agency.id)) throw isTaken('peer group', agency.id);

  const registered = { ...agency, state: agency.county.slice(0, 2), mode: 'CONTRIBUTED' } as const;
  await store.registry.addAgency(registered);
  return registered;
}

/** Say that an agency runs a program: which response model it delivers, since when, where and at which hours. */
export async function registerProgram(
  program: Omit<NewProgram, 'id'>,
  asker: TokenHolder,
  { store }: House,
): Promise<Program> {
  if (!mayKeepRegistry(asker)) throw mayNotKeepRegistry();
  for (const day of [program.startedOn, program.endedOn ?? program.startedOn])
    if (!DAY.safeParse(day).success) throw badField('day', day, 'a date such as 2022-04-01');
  if ((program.endedOn ?? program.startedOn) < program.startedOn)
    throw badField('last day', program.endedOn ?? '', `not before ${program.startedOn}`);
  await refuseUnknownAgency(program.agencyId, store);
  if (program.openings) checkOpenings(program.openings);
  await checkServed(program, store);

  const id = `${program.agencyId}:${program.responseModel.toLowerCase().replaceAll('_', '-')}`;
  if ((await store.registry.programsOfAgencies([program.agencyId])).some((known) => known.id === id))
    throw isTaken('program', id);
  const registered = { openings: null, serves: null, ...program, id };
  await store.registry.addProgram(registered);
  return registered;
}

function isTaken(what: string, id: string): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    `There is ${what} ${id} already. An id names one thing for good. Choose another.`,
  );
}
