import type {
  Agency,
  AgreementChange,
  BlockFacts,
  Declaration,
  LedgerEntry,
  LedgerHead,
  NewProgram,
  PeerGroupChange,
  Program,
  Release,
  ReleaseDraft,
  ReleaseMonth,
  SharedTable,
  Submission,
  SubmissionStatus,
  TokenHolder,
} from '../../schema/records/index.js';

/** Everything the house keeps, behind one door. Built by `openStore`. */
export interface Store {
  readonly registry: RegistryStore;
  readonly submissions: SubmissionStore;
  readonly releases: ReleaseStore;
  readonly tokens: TokenStore;
  readonly ledger: LedgerStore;
  readonly declarations: DeclarationStore;
  readonly sharedTables: SharedTableStore;
  /** Run one parameterised statement. For `tabulate`. */
  readonly query: <Row extends object>(statement: Statement) => Promise<readonly Row[]>;
  readonly close: () => Promise<void>;
}

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface Page {
  readonly first: number;
  /** Id after which to start; null from the beginning. */
  readonly after: string | null;
}

export interface RegistryStore {
  /** Every agency in order of id. The registry is small: it is read whole. */
  readonly agencies: () => Promise<readonly Agency[]>;
  /** Every program in order of id. */
  readonly programs: () => Promise<readonly Program[]>;
  readonly agenciesByIds: (ids: readonly string[]) => Promise<readonly Agency[]>;
  readonly programsOfAgencies: (agencyIds: readonly string[]) => Promise<readonly Program[]>;
  readonly addAgency: (agency: Agency) => Promise<void>;
  readonly addProgram: (program: NewProgram) => Promise<void>;
  /** Let one agency see another's agency-level cells, or no longer. Nothing is overwritten: the history stays. */
  readonly changeAgreement: (change: Omit<AgreementChange, 'id'>) => Promise<AgreementChange>;
  /** Every change of an agreement an agency is part of, or of all when null, newest first. */
  readonly agreementChanges: (agencyId: string | null, page: Page) => Promise<readonly AgreementChange[]>;
  readonly agreementChangeCount: (agencyId: string | null) => Promise<number>;
  /** The peer groups registered now, with the change that made them so; null before the first. */
  readonly peerGroups: () => Promise<PeerGroupChange | null>;
  /** Put other peer groups in place of all there were. Nothing is overwritten: the history stays. */
  readonly changePeerGroups: (change: Omit<PeerGroupChange, 'id'>) => Promise<PeerGroupChange>;
  /** Every change of the peer groups, newest first. */
  readonly peerGroupChanges: (page: Page) => Promise<readonly PeerGroupChange[]>;
  readonly peerGroupChangeCount: () => Promise<number>;
  /** Ids of the agencies whose agency-level cells this agency may see, its own excluded. */
  readonly grantorsTo: (askingAgencyId: string) => Promise<readonly string[]>;
}

export interface DeclarationStore {
  /** Write a declaration down. Nothing is overwritten: the history stays. */
  readonly add: (declaration: Omit<Declaration, 'id'>) => Promise<Declaration>;
  /** Every declaration of these agencies, newest first. */
  readonly ofAgencies: (agencyIds: readonly string[]) => Promise<readonly Declaration[]>;
}

export interface SubmissionStore {
  /** Write a whole submission in one transaction: all of it is there afterwards, or nothing. */
  readonly receive: (incoming: IncomingSubmission) => Promise<ReceivedSubmission>;
  readonly byId: (id: string) => Promise<Submission | null>;
  readonly byContent: (content: { readonly agencyId: string; readonly sha256: string }) => Promise<Submission | null>;
  /** Newest first; of one agency, or of all when null. */
  readonly list: (agencyId: string | null, page: Page) => Promise<readonly Submission[]>;
  readonly count: (agencyId: string | null) => Promise<number>;
  /** Forget encounters: gone where no release has them, tombstones without identifiers where one does. @returns rows. */
  readonly erase: (erasure: Erasure) => Promise<number>;
  readonly decide: (decision: {
    readonly id: string;
    readonly status: SubmissionStatus;
    readonly decidedAt: Date;
    readonly decidedBy: string;
  }) => Promise<Submission>;
}

/** Encounters to forget, by their own keys or by whose they are. */
export interface Erasure {
  readonly agencyId: string;
  readonly encounterKeys: readonly string[];
  readonly personTokens: readonly string[];
}

/** A submission on its way in. */
export interface IncomingSubmission {
  readonly id: string;
  readonly agencyId: string;
  readonly receivedAt: Date;
  /** Rows as CSV text in the order of ENCOUNTER_COLUMNS, in pieces of any size. */
  readonly rows: AsyncIterable<string>;
  /** What the file was, asked for after the last row. */
  readonly summary: () => IncomingSummary;
}

export interface IncomingSummary {
  readonly contentSha256: string;
  readonly rowsAccepted: number;
  readonly rowsRejected: number;
  readonly notCollected: readonly string[];
}

export interface ReceivedSubmission {
  readonly submission: Submission;
  /** True when the same content of the same agency had come before: nothing was written. */
  readonly isRepeat: boolean;
  /** Lines left out because an earlier line has the same encounter key. */
  readonly duplicateLines: readonly number[];
}

export interface ReleaseStore {
  /** The newest, or null before the first. */
  readonly latest: () => Promise<Release | null>;
  readonly byId: (id: string) => Promise<Release | null>;
  /** Newest first. */
  readonly list: (page: Page) => Promise<readonly Release[]>;
  readonly count: () => Promise<number>;
  /** For every agency and month up to `throughMonth`, the latest accepted submission. */
  readonly acceptedMonths: (throughMonth: string) => Promise<readonly ReleaseMonth[]>;
  /** Encounters of every agency and month of a release. For `tabulate`. */
  readonly sizesOf: (releaseId: string) => Promise<readonly AgencyMonthSize[]>;
  /** Person keys of those it was published with as frequent. For `tabulate`. */
  readonly frequentPersons: (releaseId: string) => Promise<readonly string[]>;
  /** The end of the ledger that each release remembers, in order. */
  readonly ledgerHeads: () => Promise<readonly { readonly releaseId: string; readonly hash: string }[]>;
  /** What a release has of every agency and month. */
  readonly monthsOf: (releaseId: string) => Promise<readonly ReleaseMonth[]>;
  /** Whether the accepted rows of an agency are others than the released ones, erased ones left out. */
  readonly rowsDiffer: (block: {
    readonly agencyId: string;
    readonly released: readonly ReleaseMonth[];
    readonly accepted: readonly ReleaseMonth[];
  }) => Promise<boolean>;
  readonly keepDraft: (draft: ReleaseDraft) => Promise<void>;
  readonly draftById: (id: string) => Promise<ReleaseDraft | null>;
  /** Write a draft as the release in force, in one transaction; null when another was published since it was made. */
  readonly publish: (publication: Publication) => Promise<Release | null>;
}

export interface AgencyMonthSize {
  readonly agencyId: string;
  readonly month: string;
  readonly encounters: number;
}

/** A draft on its way to being a release. */
export interface Publication {
  readonly draft: ReleaseDraft;
  readonly publishedBy: string;
  /** Months whose rows must be written once more, under the keys of their epoch. */
  readonly rekeyed: readonly ReleaseMonth[];
  readonly keysOf: (block: { readonly agencyId: string; readonly epoch: number }) => {
    readonly recordKeyOf: (encounterKey: string) => number;
    readonly personKeyOf: (personToken: string) => number;
  };
  /** Encounters in the release from which a person is a frequent one. */
  readonly frequentFrom: number;
  /** The release, once its rows are there. */
  readonly seal: (facts: readonly BlockFacts[]) => Release;
}

export interface TokenStore {
  readonly bySha256: (sha256: string) => Promise<TokenHolder | null>;
  readonly add: (token: TokenHolder & { readonly sha256: string }) => Promise<void>;
  /** Whether no token was ever issued. */
  readonly isEmpty: () => Promise<boolean>;
}

export interface LedgerStore {
  /** Write the entries that follow the head, made while nobody else writes. */
  readonly append: (chain: (head: LedgerHead | null) => readonly LedgerEntry[]) => Promise<void>;
  /** Null when nothing was ever asked. */
  readonly head: () => Promise<LedgerHead | null>;
  /** The entries after a number, in order. */
  readonly after: (page: { readonly seq: number; readonly first: number }) => Promise<readonly LedgerEntry[]>;
  /** The entries of one release after a number, in order. */
  readonly ofRelease: (page: {
    readonly releaseId: string;
    readonly seq: number;
    readonly first: number;
  }) => Promise<readonly LedgerEntry[]>;
  readonly bySeq: (seq: number) => Promise<LedgerEntry | null>;
  /** Newest first; of these areas, or of all when null. */
  readonly list: (areas: readonly string[] | null, page: Page) => Promise<readonly LedgerEntry[]>;
  readonly count: (areas: readonly string[] | null) => Promise<number>;
  /** The different tables somebody was answered from a release, own rows left out. */
  readonly tablesAsked: (of: {
    readonly askerId: string;
    readonly releaseId: string;
  }) => Promise<readonly { readonly area: string; readonly planHash: string }[]>;
}

export interface SharedTableStore {
  /** Every exact table an agency was given to hand on of a release, in order. */
  readonly of: (whose: { readonly agencyId: string; readonly releaseId: string }) => Promise<readonly SharedTable[]>;
  /** Write one more. @returns false when another with its number was written first. */
  readonly keep: (table: SharedTable) => Promise<boolean>;
}
