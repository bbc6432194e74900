import type { TokenHolder } from '../../../schema/records/index.js';
import { changeAgreement, replacePeerGroups } from '../../../server/flow/index.js';
import type { House } from '../../../server/flow/index.js';
import { anonymisedFile } from '../../support/encounters.js';
import { hubProcess, settingsOn } from '../../support/hub-process.js';
import type { HubProcess } from '../../support/hub-process.js';
import {
  analystOf,
  contribute,
  onboard,
  operator,
  publicReader,
  release,
  researcher,
  stateOfficeOf,
} from '../../support/people.js';
import { servedHouse } from '../../support/served.js';
import type { ServedHouse } from '../../support/served.js';

import { weakeningOption } from '../weakened/option.js';

import { askAll } from './asking.js';
import type { Answer, Question } from './asking.js';
import { LAST_MONTH, STATE, placesOf } from './region.js';
import type { Place, RegionKind } from './region.js';
import { agencyStory } from './story.js';
import type { AgencyStory, Victim } from './story.js';
import { truthOf } from './truth.js';
import type { Truth } from './truth.js';

/** Who an attacker may be: an audience, or the analyst of an agency. */
export type Role = 'public' | 'researcher' | 'stateOffice' | 'operator' | `analyst of ${string}`;

/** An attacked region, as one build of the server answers for it. */
export interface World {
  readonly seed: number;
  readonly places: readonly Place[];
  readonly victims: readonly Victim[];
  readonly address: string;
  /** The protection this build is without; null for the real one. */
  readonly weakening: string | null;
  readonly tokenOf: (role: Role) => string;
  /** Over HTTP: all an attacker has. */
  readonly ask: (role: Role, questions: readonly Question[]) => Promise<readonly Answer[]>;
  readonly askOwn: (role: Role, questions: readonly Question[]) => Promise<readonly Answer[]>;
  readonly truth: Truth;
  /** The same build once more, started anew on the same database. */
  readonly replica: (settings?: Readonly<Record<string, string>>) => Promise<World>;
  /** What the process has said on its streams. */
  readonly words: () => string;
  /** The harness's own way in, for what is no attack: agencies that go on submitting. */
  readonly house: House;
}

/** A region in a database, and every build that answers for it. */
export interface Region {
  readonly real: World;
  readonly databaseUrl: string;
  /** The same region behind a weakened build, in a process of its own, until the region is closed; null is the real one. */
  readonly weakened: (weakening: string | null, settings?: Readonly<Record<string, string>>) => Promise<World>;
  readonly close: () => Promise<void>;
}

/** A region of section 5.0: the same seed, the same region. */
export async function world(seed: number, kind: RegionKind = 'SIX'): Promise<Region> {
  const places = placesOf(kind);
  return opened(seed, new Map(places.map((agency) => [agency, agencyStory(agency, seed)])));
}

/** A region of these agencies, with what each of them sends. */
export async function opened(seed: number, stories: ReadonlyMap<Place, AgencyStory>): Promise<Region> {
  const place = await servedHouse();
  const places = [...stories.keys()];
  for (const [agency, story] of stories) {
    await onboard(place.house, agency.id, agency.county);
    await contribute(place.house, agency.id, anonymisedFile(story.encounters));
  }
  await agreeWithFirst(place.house, places);
  await groupPeers(place.house, places);
  await release(place.house, LAST_MONTH);

  const holders = holdersOf(places);
  const known = {
    ...{ seed, places, house: place.house },
    victims: [...stories.values()].flatMap(({ victims }) => victims),
    tokens: await tokensOf(place, holders),
    crowd: crowdOf(place, holders),
    truth: await truthOf(place.url),
  };
  const hubs: HubProcess[] = [];
  const behind = (address: string, weakening: string | null, words = (): string => ''): World =>
    worldBehind({ ...known, address, weakening, words, replica: (settings) => inHub(weakening, settings) });
  const inHub = async (weakening: string | null, settings: Readonly<Record<string, string>> = {}): Promise<World> => {
    const options = weakening === null ? {} : { NODE_OPTIONS: weakeningOption(weakening) };
    const hub = await hubProcess({ ...settingsOn(place.url), ...options, ...settings });
    hubs.push(hub);
    if (!hub.words().includes('answers at')) throw new Error(`The build does not start: ${hub.words()}`);
    return behind(hub.address, weakening, hub.words);
  };
  return {
    real: behind(place.address, null),
    databaseUrl: place.url,
    weakened: inHub,
    close: async () => {
      await Promise.all(hubs.map((hub) => hub.kill()));
      await place.close();
    },
  };
}

/** Every other agency that is not shy lets the first see its single-agency cells. */
async function agreeWithFirst(house: House, [first, ...others]: readonly Place[]): Promise<void> {
  for (const { id } of others.filter(({ isShy }) => isShy !== true)) {
    const agreement = { grantingAgencyId: id, askingAgencyId: first?.id ?? '', isGranted: true };
    await changeAgreement(agreement, operator, house);
  }
}

/** Register the peer groups that the agencies are of. */
async function groupPeers(house: House, places: readonly Place[]): Promise<void> {
  const ids = [...new Set(places.flatMap(({ peers }) => peers ?? []))];
  if (ids.length === 0) return;

  const groups = ids.map((id) => ({
    ...{ id, label: id, basis: 'The size of the town' },
    agencyIds: places.filter(({ peers }) => peers === id).map((place) => place.id),
  }));
  await replacePeerGroups({ groups, reason: 'They are alike.' }, operator, house);
}

type Holders = ReadonlyMap<Role, TokenHolder>;
type Crowd = (role: Role) => () => Promise<string>;

function holdersOf(places: readonly Place[]): Holders {
  return new Map<Role, TokenHolder>([
    ['public', publicReader],
    ['researcher', researcher],
    ['stateOffice', stateOfficeOf(STATE)],
    ['operator', operator],
    ...places.map(({ id }) => [`analyst of ${id}`, analystOf(id)] as const),
  ]);
}

async function tokensOf(place: ServedHouse, holders: Holders): Promise<ReadonlyMap<string, string>> {
  const tokens = new Map<string, string>();
  for (const [role, holder] of holders) tokens.set(role, await place.tokenFor(holder));
  return tokens;
}

/** Requests of ten tables that the smallest quota allows. */
const REQUESTS_EACH = 4;

/** Any number of attackers of a role, each of whom asks a few times. */
function crowdOf(place: ServedHouse, holders: Holders): Crowd {
  const asked = new Map<Role, { token: Promise<string>; left: number }>();
  return (role) => async () => {
    const known = asked.get(role);
    const now = known !== undefined && known.left > 0 ? known : { token: tokenOf(role), left: REQUESTS_EACH };
    asked.set(role, { token: now.token, left: now.left - 1 });
    return now.token;
  };

  async function tokenOf(role: Role): Promise<string> {
    const holder = holders.get(role);
    if (holder === undefined) throw new Error(`Nobody is ${role}.`);
    return place.tokenFor(holder);
  }
}

function worldBehind({
  tokens,
  crowd,
  ...known
}: Omit<World, 'tokenOf' | 'ask' | 'askOwn'> & { tokens: ReadonlyMap<string, string>; crowd: Crowd }): World {
  const tokenOf = (role: Role): string => tokens.get(role) ?? '';
  return {
    ...known,
    tokenOf,
    ask: (role, questions) => askAll(known.address, questions, { anotherToken: crowd(role) }),
    askOwn: (role, questions) => askAll(known.address, questions, { anotherToken: crowd(role), root: 'ownOutcomes' }),
  };
}
