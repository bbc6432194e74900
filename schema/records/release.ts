/**
 * ORDINARY adds closed months and touches nothing older; the yearly REVISION may change what is there. A ROTATION is a
 * revision that gives every block new keys, because the house has new secrets.
 */
export type ReleaseKind = 'ORDINARY' | 'REVISION' | 'ROTATION';

/** An immutable publication of closed months. Every answer names one. */
export interface Release {
  /** `2025-12.1`: the last month published, and the number of the release. */
  readonly id: string;
  readonly publishedAt: Date;
  readonly fromMonth: string;
  readonly throughMonth: string;
  readonly manifest: ReleaseManifest;
  /** Ed25519 signature of the manifest as JSON, base64. */
  readonly signature: string;
  /** When it stopped answering, because rows of it were erased or the secrets changed; null while it answers. */
  readonly retiredAt: Date | null;
}

/** What a release was made with. Contains no count. */
export interface ReleaseManifest {
  readonly releaseId: string;
  readonly kind: ReleaseKind;
  /** Rows accepted later than this wait. ISO 8601. */
  readonly cutoff: string;
  readonly fromMonth: string;
  readonly throughMonth: string;
  /** SHA-256 of the manifest of the release before, as JSON; null for the first. */
  readonly previousSha256: string | null;
  /** Hash of the last entry of the ledger when it was published. */
  readonly ledgerHead: string;
  readonly policyId: string;
  readonly latticeVersion: string;
  readonly perturbationTableSha256: string;
  /** First 8 bytes of the SHA-256 of each secret, hexadecimal; of the public key for signing. */
  readonly keyIds: { readonly record: string; readonly perturbation: string; readonly signing: string };
  readonly participants: readonly ReleaseParticipant[];
  readonly blocks: readonly ReleaseBlock[];
  /** How years are put together; absent in a release from before they were. */
  readonly yearSpans?: { readonly length: number; readonly origin: number };
  /** The peer groups in force when it was drafted; absent in a release from before there were any. */
  readonly peerGroups?: readonly PeerGroup[];
}

/** Agencies an operator calls alike, so that a small one is answered among its peers. */
export interface PeerGroup {
  readonly id: string;
  readonly label: string;
  /** What makes them alike, in words: by what they are, never by their counts. */
  readonly basis: string;
  /** In order of id. */
  readonly agencyIds: readonly string[];
}

/** The peer groups of a region from one moment on, all of them; the latest change holds. */
export interface PeerGroupChange {
  readonly id: string;
  readonly changedAt: Date;
  readonly changedBy: string;
  /** Why, in words. */
  readonly reason: string;
  readonly groups: readonly PeerGroup[];
}

/** An agency in a release: where it lies, the months it reported, and what it does not collect in any of them. */
export interface ReleaseParticipant {
  readonly agencyId: string;
  readonly county: string;
  readonly state: string;
  readonly months: readonly string[];
  readonly notCollected: readonly string[];
  /** Whether any of its encounters carries a person token. */
  readonly hasPersonTokens: boolean;
}

/** All encounters of one agency in one calendar year: what is re-salted together when any of it is revised. */
export interface ReleaseBlock {
  readonly agencyId: string;
  /** `2025`. */
  readonly year: string;
  /** How often the block has been revised, 0 to 2. */
  readonly epoch: number;
  /** SHA-256 of its sorted record keys: proves later what was published, and tells nothing without the keys. */
  readonly commitment: string;
}

/** What the database says of the rows of a release, by block: no count. */
export interface BlockFacts {
  readonly agencyId: string;
  readonly year: string;
  /** SHA-256 of the sorted record keys. */
  readonly commitment: string;
  readonly hasPersonTokens: boolean;
}

/** Which submission speaks for an agency in a month of a release, and under which epoch's record keys. */
export interface ReleaseMonth {
  readonly agencyId: string;
  readonly month: string;
  readonly submissionId: string;
  readonly epoch: number;
  readonly notCollected: readonly string[];
}

/**
 * What a draft does with months of one agency.
 *
 * ADDED: closed since the last release. REVISED: the block gets new rows and new keys. ENTERED, LEFT: past months join or
 * leave the pools. WAITS: accepted, and not for this release. SEALED: changed, but the block was revised twice already.
 */
export type ReleaseChangeKind = 'ADDED' | 'REVISED' | 'ENTERED' | 'LEFT' | 'WAITS' | 'SEALED';

/** What months that wait are waiting for: the yearly revision, or a second agency to enter or leave with theirs at one. */
export type ReleaseWait = 'REVISION' | 'ANOTHER_AGENCY';

export interface ReleaseChange {
  readonly change: ReleaseChangeKind;
  /** Only when it WAITS. */
  readonly waitsFor?: ReleaseWait;
  readonly agencyId: string;
  readonly months: readonly string[];
}

/** A release on paper: exactly what publishing it would publish. */
export interface ReleaseDraft {
  readonly id: string;
  readonly kind: ReleaseKind;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly throughMonth: string;
  /** The latest release when it was drafted; null for the first. Publishing is refused once there is a later one. */
  readonly baseId: string | null;
  readonly months: readonly ReleaseMonth[];
  readonly changes: readonly ReleaseChange[];
  /** The peer groups it freezes. */
  readonly peerGroups: readonly PeerGroup[];
}
