export type MappingPath = readonly (string | number)[];

/** What is wrong in a mapping, and where in its file. */
export interface MappingProblem {
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly message: string;
}

/** A problem that still needs its place in the file. */
export interface MappingFault {
  readonly path: MappingPath;
  readonly message: string;
}

/** The mapping cannot be used. Carries every problem of it at once. */
export class MappingError extends Error {
  readonly problems: readonly MappingProblem[];

  constructor(problems: readonly MappingProblem[]) {
    const lines = problems.map(
      ({ line, column, path, message }) => `  line ${line}, column ${column}: ${path}: ${message}`,
    );
    super(
      [
        `The mapping has ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}. Mend them all:`,
        ...lines,
      ].join('\n'),
    );
    this.name = 'MappingError';
    this.problems = problems;
  }
}
