import type { Program } from '../../../schema/records/index.js';
import { refused } from '../../table/index.js';
import type { OutcomesQuestion, Refused } from '../../table/index.js';

import type { Asking } from '../answers/protected-plan.js';
import type { Put } from '../answers/put.js';
import { countedTable } from './counted-table.js';
import type { CountedTable } from './counted-table.js';
import { placedQuestions } from './placed-questions.js';
import type { Places } from './placed-questions.js';
import { studyOf, tooFewQuarters } from './study.js';

/** What the ledger keeps of a study besides its questions: enough to ask both of them again. */
interface StudyBeside {
  readonly program: Program;
  /** The places of the comparison; null for the agency of the program. */
  readonly places: readonly Places[] | null;
}

/** The quarters of the program's agency, as they were asked for. Refused where it may not be seen, or too little is closed. */
export function treatedPut(program: Program, asking: Asking): Put<CountedTable> {
  return impactPut({ program, places: null }, asking, () => treatedQuestion(program, asking));
}

/** The quarters of those it is compared with, as they were asked for. Refused where there is nobody. */
export function comparisonPut(program: Program, places: readonly Places[], asking: Asking): Put<CountedTable> {
  return impactPut({ program, places }, asking, () =>
    places.length === 0 ? nobodyToCompare(program) : placedQuestions(asking, { places, by: ['QUARTER'] }),
  );
}

/** Either part of a study, from what the ledger kept of it. */
export function impactPutAgain(beside: Readonly<Record<string, string>>, asking: Asking): Put<CountedTable> {
  const { program, places } = JSON.parse(beside['study'] ?? '{}') as StudyBeside;
  return places === null ? treatedPut(program, asking) : comparisonPut(program, places, asking);
}

function impactPut(
  study: StudyBeside,
  asking: Asking,
  madeOf: () => readonly OutcomesQuestion[] | Refused,
): Put<CountedTable> {
  const beside = { study: JSON.stringify(study) };
  return { field: 'IMPACT', asking, beside, madeOf, layOut: (found) => countedTable(asking, found) };
}

function treatedQuestion(program: Program, asking: Asking): readonly OutcomesQuestion[] | Refused {
  const { scene, sight } = asking;
  const maySee = sight.lens.finestGrain.AGENCY !== null && sight.visibleAgencies.has(program.agencyId);
  if (!maySee) return mayNotSeeAgency();

  return tooFewQuarters(studyOf(program, scene.lattice.months)) ?? [asking.question];
}

function mayNotSeeAgency(): Refused {
  return refused({
    reason: 'AGENCY_LEVEL_NOT_ALLOWED',
    because:
      'The impact of a program is that of one agency, and you may not see this one by itself. Its own people, those it ' +
      'has an agreement with and the program office of its state may.',
    remedy: 'Ask `compare` for the response model in a larger area.',
  });
}

function nobodyToCompare({ responseModel }: Program): Refused {
  return refused({
    reason: 'NO_COMPARISON_GROUP',
    because:
      `No agency of the same sort without a ${responseModel} program reported every month of the study and may be shown ` +
      'to you, by itself or within an area that hides it; a raw before and after is never given.',
    remedy: 'Compare within the REGION, or ask `trend` for the series.',
  });
}
