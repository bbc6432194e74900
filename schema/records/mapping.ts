/**
 * How one agency's own export becomes common encounters: declared in YAML, checked against `mapping.schema.ts`.
 *
 * Spellings are compared after folding: Unicode NFKC, runs of white space as one space, ends trimmed, lower case.
 * Column names are compared by their letters and digits only, so a lost arrow or a changed `#` does not matter.
 */
export interface Mapping {
  readonly version: 1;
  readonly agency: string;
  /** Which export of the agency it is, in words. */
  readonly source: string;
  readonly format?: SourceFormat;
  /** IANA zone of the agency, `America/Los_Angeles`. Needed when a time carries an offset. */
  readonly zone?: string;
  /** First and last day a call can have. A call outside is rejected. */
  readonly period?: { readonly from: string; readonly to: string };
  /** Spellings of "nothing here" in every column. An empty cell always is. */
  readonly nulls?: readonly string[];
  readonly columns?: Readonly<Record<string, ColumnNote>>;
  /** Whether every row is an encounter, or rows of one incident are merged into one. */
  readonly rows?: 'ONE_PER_ENCOUNTER' | 'MANY_PER_ENCOUNTER';
  readonly incident: KeyRule;
  readonly person?: KeyRule;
  readonly exclude?: readonly ExclusionRule[];
  readonly times: Readonly<Record<string, readonly TimeRule[]>>;
  /** Names of times, the preferred first: the call has the first that is there. */
  readonly callTime: readonly string[];
  /** One entry for every dimension of the catalogue. */
  readonly fields: Readonly<Record<string, FieldRule>>;
}

export interface SourceFormat {
  /** Told from the file when absent. */
  readonly type?: 'csv' | 'xlsx' | 'ndjson';
  readonly delimiter?: ',' | ';' | '|' | '\t';
  readonly encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** Name of the sheet; the first one when absent. */
  readonly sheet?: string;
}

/** What is particular to one column. */
export interface ColumnNote {
  /** Other names the column has had. */
  readonly aliases?: readonly string[];
  /** Spellings of "nothing here" in this column, besides those of the file. */
  readonly nulls?: readonly string[];
  /** Taken off the front of every value before it is compared: `--`. */
  readonly stripPrefix?: string;
}

/** Columns that together identify an incident or a person. They reach nothing but the keyed hash. */
export interface KeyRule {
  readonly columns: readonly string[];
  /** Keeps the numbers of two sources of one agency apart. */
  readonly prefix?: string;
}

/** Rows that are not encounters. Excluded before anything else is read, and counted by name. */
export interface ExclusionRule {
  readonly name: string;
  readonly why: string;
  readonly if: Condition;
}

/** Every column named has one of the spellings; `null` stands for nothing there. */
export type Condition = Readonly<Record<string, Spelling | readonly Spelling[]>>;
export type Spelling = string | null;

/** A column, or a pair of date and time columns, that holds a time. The first rule that finds one wins. */
export interface TimeRule {
  readonly column: string;
  /** Tokens YYYY MM M DD D HH H hh h mm ss A Z; the first that fits is used. */
  readonly formats: readonly string[];
  /** The time of day is here; that of `column` is not looked at. */
  readonly timeColumn?: string;
  readonly timeFormats?: readonly string[];
  /** 0:00 was written where no time was known: the day stands, the time is missing. */
  readonly midnightIsMissing?: boolean;
  /** Days that mean "nothing here": `1900-01-01`. */
  readonly sentinels?: readonly string[];
  /** CONVERT the offset to local time, or IGNORE one that is wrong and keep the clock as written. */
  readonly offset?: 'CONVERT' | 'IGNORE';
}

export type FieldRule = 'NOT_COLLECTED' | 'FROM_CALL_TIME' | FieldSource;

/** Exactly one of `constant`, `values`, `when`, `ageInYears`, `minutes`. */
export interface FieldSource {
  readonly constant?: string;
  /** Columns read with `values`. More than one needs a `precedence`. */
  readonly columns?: readonly string[];
  readonly values?: Readonly<Record<string, string>>;
  readonly when?: readonly WhenRule[];
  /** Column with the age in completed years. Only for AGE_BAND. */
  readonly ageInYears?: string;
  /** Only for RESPONSE_MINUTES and SCENE_MINUTES. */
  readonly minutes?: MinutesRule;
  /** Which code counts when several are there, the first listed winning. */
  readonly precedence?: readonly string[];
  /** The leaf for "nothing here"; UNKNOWN when absent. */
  readonly missing?: string;
  /** How the rows of one encounter become one. */
  readonly combine?: Combination;
}

/** FIRST known in file order; by PRECEDENCE; AGREE or UNKNOWN, conflicts counted; MAX or MIN of numbers. */
export type Combination = 'FIRST' | 'PRECEDENCE' | 'AGREE' | 'MAX' | 'MIN';

export interface WhenRule {
  readonly if: Condition;
  readonly code: string;
}

export interface MinutesRule {
  /** Names of times. */
  readonly from?: string;
  readonly to?: string;
  /** Columns of minutes, added up: used when a time is missing, and compared when none is. */
  readonly columns?: readonly string[];
  readonly toleranceMinutes?: number;
}

/** One place in a mapping that names a column, and what the column's values become there. */
export interface ColumnUse {
  readonly column: string;
  readonly use: 'KEY' | 'CODE' | 'AGE' | 'MINUTES' | 'TIME' | 'EXCLUSION';
  /** Path in the mapping: `['fields', 'GENDER', 'columns', 0]`. */
  readonly path: readonly (string | number)[];
  /** Spellings the mapping writes out for it. */
  readonly spellings: readonly string[];
}
