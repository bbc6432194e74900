import { dimensionOf } from '../../../schema/catalogue/index.js';
import type { OutcomesPlan } from '../../plan/index.js';
import { monthsOf, rangeOf } from '../../table/index.js';

import type { Asking } from './protected-plan.js';

/** What a reader must know before quoting the table. Written from metadata: it tells nothing the numbers do not. */
export function footnotesOf(asking: Asking, plan: OutcomesPlan): readonly string[] {
  return [
    ...protectionNotes(asking),
    ...personsNotes(asking),
    ...rateNotes(asking, plan),
    ...quantileNotes(plan),
    ...partialPeriodNotes(asking, plan),
    ...notCollectedNotes(asking, plan),
    ...permissionNotes(plan),
    ...syntheticNotes(asking),
  ];
}

function protectionNotes({ sight: { lens } }: Asking): readonly string[] {
  if (lens.name === 'OWN')
    return ['UNPROTECTED: exact counts of your own agency. Do not publish them or pass them on.'];

  const rounding = lens.roundingBase > 1 ? ` Shown counts are rounded to ${lens.roundingBase}.` : '';
  return [
    'Every count is the true count plus a small fixed random number: usually within 2, nearly always within 4, never ' +
      `more than 10. Counts below ${lens.threshold} are suppressed.${rounding}`,
    'Totals are protected separately, so parts may not add up exactly: quote the total given. Custom groupings are sums ' +
      'of published categories.',
  ];
}

function personsNotes({ question }: Asking): readonly string[] {
  if (question.persons !== true) return [];
  return [
    'Persons are told apart within an agency only: one met by two agencies counts twice. An encounter without a person token ' +
      'counts as a person of its own. Persons do not add up over rows, and are not counted where an agency of the row ' +
      'gives no person tokens.',
  ];
}

function rateNotes({ sight: { lens } }: Asking, { rows }: OutcomesPlan): readonly string[] {
  if ((rows[0]?.measures.length ?? 0) === 0) return [];
  return [
    'Rates leave out encounters whose value is unknown, not collected, or that met nobody; these are counted beside ' +
      'the rate. An encounter of unknown engagement is in it when its value is known. Intervals are 95 %' +
      (lens.name === 'OWN' ? '.' : ' and include the protection noise.'),
  ];
}

function quantileNotes({ rows }: OutcomesPlan): readonly string[] {
  return rows[0]?.measures.some(({ measure }) => measure.kind === 'QUANTILES') === true
    ? [
        'Medians and 90th percentiles are estimated within fixed bins of minutes (0, 15, 30, 60, 90, 120, 180, 240, 480), so ' +
          'they may differ from those of the exact minutes, which never leave an agency.',
      ]
    : [];
}

function partialPeriodNotes({ scene }: Asking, { rows, months }: OutcomesPlan): readonly string[] {
  const asked = new Set(months);
  const nodes = rows.flatMap(({ group }) => [group['YEARS'], group['YEAR'], group['QUARTER']]);
  const shown = new Set(nodes.flatMap((node) => node ?? []));
  return [...shown]
    .map((node) => ({ node, within: monthsOf(rangeOf(node)).filter((month) => asked.has(month)) }))
    .filter(({ node, within }) => within.length < monthsOf(rangeOf(node)).length && scene.lattice.time.has(node))
    .map(({ node, within }) => `${node} covers ${String(within.at(0))} to ${String(within.at(-1))} only.`);
}

function notCollectedNotes({ scene }: Asking, { rows }: OutcomesPlan): readonly string[] {
  const dimensions = [...new Set(rows.flatMap((row) => row.measures.map(({ measure }) => measure.dimension)))];
  const agencies = new Set(rows.flatMap(({ agencyIds }) => agencyIds));
  const inRows = scene.release.manifest.participants.filter(({ agencyId }) => agencies.has(agencyId));

  return dimensions.flatMap((dimension) => {
    const silent = inRows.filter(({ notCollected }) => notCollected.includes(dimension));
    return silent.length === 0
      ? []
      : [
          `${dimensionOf(dimension).label} is not collected by ${silent.length} of ${inRows.length} agencies in the table.`,
        ];
  });
}

function permissionNotes({ rows }: OutcomesPlan): readonly string[] {
  return rows.some(({ isPermitted, measures }) => !isPermitted || measures.some((measure) => !measure.isPermitted))
    ? [
        'NOT_PERMITTED: single agencies without an agreement that lets you see them, or by more dimensions, and areas where fewer than four ' +
          'agencies report (three: one dimension at a time) or one has over three quarters of the encounters, because ' +
          'each of them could subtract its own. Analysts who see the cells of all agencies of an area but one, or of ' +
          'all, are shown it one dimension at a time too.',
      ]
    : [];
}

function syntheticNotes({ scene: { agencies, places } }: Asking): readonly string[] {
  return places.some(({ agencyId }) => agencies.get(agencyId)?.isSynthetic)
    ? [
        'SYNTHETIC: the release contains invented encounters of invented agencies. No number here describes real people.',
      ]
    : [];
}
