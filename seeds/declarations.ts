import type { Declaration } from '../schema/records/index.js';

type DemoDeclaration = Pick<Declaration, 'agencyId' | 'measure' | 'validFrom' | 'reason' | 'points'>;

const FROM_THE_START = '2023-01';

/** What a few agencies of the demo have declared; the others never have. Mission Hills' force is the breaking difference. */
export const declarations: readonly DemoDeclaration[] = [
  ...['cedar-falls-pd', 'cedar-county-so', 'harbor-city-pd'].flatMap((agencyId) => [
    declared(agencyId, 'arrestRate', { ARREST_CITATIONS: 'NO', ARREST_WARRANTS: 'YES', ENGAGEMENT_FIELD: 'RECORDED' }),
    declared(agencyId, 'useOfForceRate', { FORCE_THRESHOLD: 'PHYSICAL', FORCE_POLICY: 'Cedar regional policy 8.050' }),
  ]),
  declared('golden-bay-pd', 'useOfForceRate', { FORCE_THRESHOLD: 'PHYSICAL', FORCE_POLICY: 'Golden Bay 300' }),
  declared('mission-hills-pd', 'useOfForceRate', { FORCE_THRESHOLD: 'LESS_LETHAL', FORCE_POLICY: 'Mission Hills 4.2' }),
  declared('cedar-falls-pd', 'followUpRate', { FOLLOW_UP_WINDOW: 'HOURS_72' }),
];

function declared(agencyId: string, measure: string, answers: Readonly<Record<string, string>>): DemoDeclaration {
  return {
    agencyId,
    measure,
    validFrom: FROM_THE_START,
    reason: 'As counted since the agency takes part (synthetic).',
    points: Object.entries(answers).map(([point, value]) => ({ point, value })),
  };
}
