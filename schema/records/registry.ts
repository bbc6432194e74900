/** An agency that takes part, and whether its rows are here or behind its own node. */
export interface Agency {
  /** Slug, unique in the region: `harbor-city-pd`. */
  readonly id: string;
  readonly name: string;
  readonly kind: AgencyKind;
  /** USPS code: `WA`. */
  readonly state: string;
  /** Unique in the region: `WA/King`. */
  readonly county: string;
  readonly mode: 'CONTRIBUTED' | 'NODE';
  /** True when every row of the agency is invented. */
  readonly isSynthetic: boolean;
}

export type AgencyKind =
  'MUNICIPAL_POLICE' | 'SHERIFF' | 'STATE_POLICE' | 'TRIBAL_POLICE' | 'CAMPUS_POLICE' | 'BEHAVIORAL_HEALTH_PROVIDER';

/** A crisis-response program of an agency. */
export interface Program {
  readonly id: string;
  readonly agencyId: string;
  readonly name: string;
  /** Code of RESPONSE_MODEL. */
  readonly responseModel: string;
  /** First day, `2022-04-01`. */
  readonly startedOn: string;
  /** Last day, or null while it runs. */
  readonly endedOn: string | null;
  /** Hours of operation in words: `Every day, 08:00-20:00`. */
  readonly hours: string;
  /** Area served in words. */
  readonly area: string;
  /** The same hours by day and time; null while they are known in words only. */
  readonly openings: readonly Opening[] | null;
  /** The place it answers for: its agency, the agency's county or state; null stands for the agency. */
  readonly serves: string | null;
}

/** A program on its way into the registry: hours and area in words are enough. */
export type NewProgram = Omit<Program, 'openings' | 'serves'> & Partial<Pick<Program, 'openings' | 'serves'>>;

export type Weekday = 'MON' | 'TUE' | 'WED' | 'THU' | 'FRI' | 'SAT' | 'SUN';

/** Hours a program answers on some days of the week, local time. Past midnight when `until` is not after `from`. */
export interface Opening {
  readonly days: readonly Weekday[];
  /** `08:00`, on a quarter of an hour. */
  readonly from: string;
  /** `20:00`; equal to `from` for 24 hours. */
  readonly until: string;
}

/** One agency granting another the sight of its agency-level cells, or taking it back. The latest of a pair holds. */
export interface AgreementChange {
  /** Number in the order of time. */
  readonly id: string;
  readonly changedAt: Date;
  /** Id of the token holder who wrote it down. */
  readonly changedBy: string;
  readonly grantingAgencyId: string;
  readonly askingAgencyId: string;
  readonly isGranted: boolean;
}

/** RECEIVED waits for the steward; ACCEPTED may be released; WITHDRAWN never will be. */
export type SubmissionStatus = 'RECEIVED' | 'ACCEPTED' | 'WITHDRAWN';

/** One file of anonymised encounters an agency sent: all there, or not there. */
export interface Submission {
  readonly id: string;
  readonly agencyId: string;
  readonly contentSha256: string;
  readonly status: SubmissionStatus;
  readonly receivedAt: Date;
  readonly decidedAt: Date | null;
  readonly rowsAccepted: number;
  readonly rowsRejected: number;
  /** `2024-01`; null when no row was good. */
  readonly firstMonth: string | null;
  readonly lastMonth: string | null;
  /** Codes of the dimensions the agency never records. */
  readonly notCollected: readonly string[];
  /** Earlier accepted submissions with some of the same months: a month is the latest one's, whole. */
  readonly replaces: readonly string[];
}

/** Who may ask. Tokens are stored as SHA-256 only. */
export type Audience = 'PUBLIC' | 'ANALYST' | 'STEWARD' | 'STATE_OFFICE' | 'RESEARCHER' | 'OPERATOR';

export interface TokenHolder {
  readonly id: string;
  readonly name: string;
  readonly audience: Audience;
  /** The agency an analyst or steward belongs to. */
  readonly agencyId: string | null;
  /** The state of a state office. */
  readonly state: string | null;
}

/** Whoever asks: the holder of a token, and why, in their own words. */
export interface Asker extends TokenHolder {
  readonly purpose?: string;
}
