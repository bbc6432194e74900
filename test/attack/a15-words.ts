import { TEST_SECRETS } from '../support/house.js';

import { fieldText } from './world/asking.js';
import type { World } from './world/open-world.js';
import { CANARY, TWIN_QUARTER } from './world/twins.js';
import { overTheWire } from './world/wire.js';

/** Record keys with fewer digits may be part of any number. */
const KEY_DIGITS = 12;
const PATHS = ['/', '/metrics', '/health', '/live', '/ready', '/status', '/debug', '/nothing'];

/**
 * Make a process as talkative as it can be, ask it for a cell whose raw count is known, and read all it says.
 *
 * @returns what it said of raw counts, record keys and secrets.
 */
export async function spokenAloud(hub: World): Promise<readonly string[]> {
  const leaves = Object.fromEntries(Object.entries(CANARY.leaves).map(([code, leaf]) => [code, [leaf]]));
  const canary = { where: leaves, period: TWIN_QUARTER };
  const field = fieldText(canary);
  const queries = [
    `{ ${field} }`,
    `{ ${fieldText({ ...canary, by: ['COUNTY'], measures: ['arrestRate', 'useOfForceRate'] })} }`,
    `{ ${field} nothing }`,
    `{ ${fieldText({ ...canary, period: '2031' })} }`,
    `{ ${fieldText({ ...canary, where: { ...leaves, AGENCY: ['nobody'] } })} }`,
    '{',
  ];
  const answers: unknown[] = [];
  for (const role of ['stateOffice', 'researcher', 'public', 'operator'] as const)
    for (const query of queries)
      for (const accept of ['application/json', 'text/csv'])
        answers.push(await overTheWire(hub.address, { token: hub.tokenOf(role), body: { query }, accept }));
  for (const path of PATHS) answers.push(await (await fetch(`${hub.address}${path}`)).text());
  const ledger = { query: '{ ledger(first: 50) { edges { node { hash } } } }' };
  answers.push(await overTheWire(hub.address, { token: hub.tokenOf('operator'), body: ledger }));

  const said = `${hub.words()} ${JSON.stringify(answers)} ${await ledgerOf(hub)}`;
  const keys = hub.truth.rows({ period: TWIN_QUARTER, nodes: CANARY.leaves }).flatMap(({ rk = '' }) => [rk]);
  const secrets = Object.values(TEST_SECRETS).flatMap((secret) =>
    (['hex', 'base64', 'base64url'] as const).map((form) => secret.toString(form)),
  );
  const canaries = [...keys.filter(({ length }) => length >= KEY_DIGITS), ...secrets];
  return [
    ...(new RegExp(`(?<![\\d.])${CANARY.count}(?![\\d.]\\d)`).test(said) ? [`said the raw count ${CANARY.count}`] : []),
    ...canaries.filter((one) => said.includes(one)).map((one) => `said ${one}`),
  ];
}

/** Every row of the ledger, as it lies in the database. */
async function ledgerOf({ house }: World): Promise<string> {
  return JSON.stringify(await house.store.query({ text: 'select t::text from query_ledger t', values: [] }));
}
