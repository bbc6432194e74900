/** A row of an agency's file: its cells as text, in the order of the columns. */
export interface Row {
  /** First line of the row, the header being line 1; for a spreadsheet the number of the row. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** An agency's file, whatever its format. May be read more than once; memory does not grow with it. */
export interface Source {
  readonly columns: readonly string[];
  /** How the file was read, in words for the report. */
  readonly readAs: string;
  readonly rows: () => AsyncIterable<Row>;
}

/** Told how many bytes of the file have gone by. */
export type BytesSeen = (bytes: number) => void;

/** The file cannot be read at all. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
}
