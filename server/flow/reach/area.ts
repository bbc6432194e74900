import type { Program } from '../../../schema/records/index.js';
import { AskerError } from '../../lib/index.js';
import type { Selection } from '../../table/index.js';

import type { House } from '../house.js';

/** How wide an area a reach is measured in. */
export type AreaLevel = 'AGENCY' | 'COUNTY' | 'STATE';

/** A program and the places around it. */
export interface PlacedProgram {
  readonly program: Program;
  readonly places: Readonly<Record<AreaLevel, string>>;
}

/** The area a program is measured in. */
export interface ProgramArea extends PlacedProgram {
  readonly place: string;
  readonly selection: Pick<Selection, 'agencies' | 'counties' | 'states'>;
}

const FILTERS = { AGENCY: 'agencies', COUNTY: 'counties', STATE: 'states' } as const;

/** The program of that id, with its agency, county and state. */
export async function programAsked(
  programId: string,
  programs: readonly Program[],
  { store }: House,
): Promise<PlacedProgram> {
  const program = programs.find(({ id }) => id === programId);
  const [agency] = program === undefined ? [] : await store.registry.agenciesByIds([program.agencyId]);
  if (program === undefined || agency === undefined) {
    throw new AskerError(
      'NOT_FOUND',
      `There is no program ${programId}. A program is named after its agency and response model. Ask \`programs\` for those there are.`,
    );
  }
  return { program, places: { AGENCY: agency.id, COUNTY: agency.county, STATE: agency.state } };
}

/** The area asked for; without one the place the program answers for, which is its agency unless said otherwise. */
export function measuredIn(placed: PlacedProgram, level: AreaLevel | null): ProgramArea {
  const { program, places } = placed;
  const levels = Object.keys(FILTERS) as AreaLevel[];
  const own = levels.find((one) => places[one] === program.serves) ?? 'AGENCY';
  const chosen = level ?? own;
  return { ...placed, place: places[chosen], selection: { [FILTERS[chosen]]: [places[chosen]] } };
}
