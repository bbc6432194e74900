import type {
  Agency,
  Program,
  Release,
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
  readonly addProgram: (program: Program) => Promise<void>;
  /** Let one agency see another's agency-level cells. */
  readonly addAgreement: (agreement: {
    readonly grantingAgencyId: string;
    readonly askingAgencyId: string;
  }) => Promise<void>;
  /** Ids of the agencies whose agency-level cells this agency may see, its own excluded. */
  readonly grantorsTo: (askingAgencyId: string) => Promise<readonly string[]>;
}

export interface SubmissionStore {
  /** Write a whole submission in one transaction: all of it is there afterwards, or nothing. */
  readonly receive: (incoming: IncomingSubmission) => Promise<ReceivedSubmission>;
  readonly byId: (id: string) => Promise<Submission | null>;
  readonly byContent: (content: { readonly agencyId: string; readonly sha256: string }) => Promise<Submission | null>;
  /** Newest first; of one agency, or of all when null. */
  readonly list: (agencyId: string | null, page: Page) => Promise<readonly Submission[]>;
  readonly count: (agencyId: string | null) => Promise<number>;
  readonly decide: (decision: {
    readonly id: string;
    readonly status: SubmissionStatus;
    readonly decidedAt: Date;
    readonly decidedBy: string;
  }) => Promise<Submission>;
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
  /** What every agency and month was first released with. */
  readonly releasedMonths: () => Promise<readonly ReleaseMonth[]>;
  /** Write release and months in one transaction. */
  readonly publish: (
    release: Release & { readonly publishedBy: string },
    months: readonly ReleaseMonth[],
  ) => Promise<void>;
}

/** Which submission speaks for an agency in a month of a release. */
export interface ReleaseMonth {
  readonly agencyId: string;
  readonly month: string;
  readonly submissionId: string;
  readonly notCollected: readonly string[];
}

export interface TokenStore {
  readonly bySha256: (sha256: string) => Promise<TokenHolder | null>;
  readonly add: (token: TokenHolder & { readonly sha256: string }) => Promise<void>;
  /** Whether no token was ever issued. */
  readonly isEmpty: () => Promise<boolean>;
}
