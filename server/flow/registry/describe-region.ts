import type { Release, TokenHolder } from '../../../schema/records/index.js';
import { lensNameFor, mayAskOwn } from '../../access/index.js';
import { COMPONENTS_MAX, OUTPUT_CELLS_MAX } from '../../plan/index.js';
import { lenses, policyDocument, policyId } from '../../protect/index.js';
import { signerFrom } from '../../release/index.js';
import { YEAR_SPANS } from '../../table/index.js';
import type { Lens, TimeGrain, YearSpans } from '../../table/index.js';

import type { House } from '../house.js';

/** The published limits of a lens. */
export interface LensLimits {
  readonly name: string;
  readonly threshold: number;
  readonly roundingBase: number;
  /** Null for no limit. */
  readonly orderMax: number | null;
  /** Null for no limit. */
  readonly agencyOrderMax: number | null;
  /** Null for no limit. */
  readonly tablesMax: number | null;
  readonly agencyGrain: TimeGrain | null;
  readonly countyGrain: TimeGrain | null;
  readonly stateGrain: TimeGrain | null;
  readonly regionGrain: TimeGrain | null;
  readonly peerGroupGrain: TimeGrain | null;
}

/** The rules in force, signed: anybody may check that answers under this id follow them. */
export interface SignedPolicy {
  readonly id: string;
  /** Every number of the rules, as JSON text. */
  readonly document: string;
  /** Ed25519 signature of the document, base64. */
  readonly signature: string;
}

/** What is published, and under which limits. Metadata only. */
export interface RegionDescription {
  readonly policy: SignedPolicy;
  /** Ed25519 public key in SPKI PEM: checks releases and the policy. */
  readonly signingKey: string;
  readonly latestRelease: Release | null;
  readonly states: readonly string[];
  readonly isSynthetic: boolean;
  readonly lenses: readonly LensLimits[];
  readonly yearSpans: YearSpans;
  readonly componentsMax: number;
  readonly outputCellsMax: number;
}

export async function describeRegion({ store, secrets }: House): Promise<RegionDescription> {
  const agencies = await store.registry.agencies();
  const signer = signerFrom(secrets.signing);
  return {
    policy: { id: policyId, document: policyDocument, signature: signer.sign(policyDocument) },
    signingKey: signer.publicKey,
    latestRelease: await store.releases.latest(),
    states: [...new Set(agencies.map(({ state }) => state))].toSorted(),
    isSynthetic: agencies.some(({ isSynthetic }) => isSynthetic),
    lenses: Object.values(lenses).map(limitsOf),
    yearSpans: YEAR_SPANS,
    componentsMax: COMPONENTS_MAX,
    outputCellsMax: OUTPUT_CELLS_MAX,
  };
}

/** The limits of the lens an answer was seen through. */
export function lensLimits(name: Lens['name']): LensLimits {
  return limitsOf(lenses[name]);
}

/** The lenses an asker sees through: a state office has one for its own state and one beyond; an agency sees itself exactly. */
export function lensesOf(asker: TokenHolder): readonly LensLimits[] {
  const own = mayAskOwn(asker) ? (['OWN'] as const) : [];
  const states = asker.state === null ? [] : [asker.state];
  const names = new Set([...own, lensNameFor(asker, { states }), lensNameFor(asker, { states: [] })]);
  return [...names].map(lensLimits);
}

function limitsOf(lens: Lens): LensLimits {
  const { name, threshold, roundingBase, orderMax, agencyOrderMax, tablesMax, finestGrain } = lens;
  return {
    name,
    threshold,
    roundingBase,
    orderMax: limitOf(orderMax),
    agencyOrderMax: limitOf(agencyOrderMax),
    tablesMax: limitOf(tablesMax),
    agencyGrain: finestGrain.AGENCY,
    countyGrain: finestGrain.COUNTY,
    stateGrain: finestGrain.STATE,
    regionGrain: finestGrain.REGION,
    peerGroupGrain: finestGrain.PEER_GROUP,
  };
}

function limitOf(value: number): number | null {
  return value === Number.MAX_SAFE_INTEGER ? null : value;
}
