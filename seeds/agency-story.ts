import type { AgencyKind } from '../schema/records/index.js';

/** What an invented agency is like: everything its encounters are drawn from. */
export interface AgencyStory {
  readonly id: string;
  readonly name: string;
  readonly kind: AgencyKind;
  /** `WA/Cedar`: invented, like everything here. */
  readonly county: string;
  readonly encountersPerYear: number;
  readonly programs: readonly ProgramStory[];
  /** Dimensions it never records, by code. */
  readonly notCollected?: readonly string[];
  /** Whether it can tell one person's encounters apart. */
  readonly hasPersonTokens?: boolean;
  /** The least it writes down as force; physical force when absent. */
  readonly forceFrom?: 'LESS_LETHAL';
  /** Share of encounters whose CLINICIAN field was left open. */
  readonly clinicianUnknown?: number;
}

export interface ProgramStory {
  readonly name: string;
  readonly model: 'CIT' | 'CO_RESPONDER' | 'MOBILE_CRISIS' | 'DISPATCH_CONSULT';
  /** First day, `2022-04-01`. */
  readonly startedOn: string;
  readonly hours: 'AROUND_THE_CLOCK' | 'DAYS_ONLY' | 'DAY_AND_EVENING';
  /** How much of what it could take it takes, from 0 to 1. */
  readonly reach: number;
}

/** A program in one line. */
export function program(
  model: ProgramStory['model'],
  name: string,
  { since, hours = 'DAY_AND_EVENING', reach = 0.5 }: { since: string; hours?: ProgramStory['hours']; reach?: number },
): ProgramStory {
  return { name, model, startedOn: since, hours, reach };
}
