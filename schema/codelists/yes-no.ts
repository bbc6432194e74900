import type { Code } from './codelist.js';

/** Two answers, each with the sentence that defines it. */
export function yesNo({ yes, no }: { yes: string; no: string }): readonly Code[] {
  return [
    { code: 'YES', label: 'Yes', definition: yes },
    { code: 'NO', label: 'No', definition: no },
  ];
}
