import type { ColumnProfile } from './profile.js';
import { quoted } from './quoted.js';

/** The `times` and `callTime` of a draft: every column with times, and every clock with the day it belongs to. */
export function timeLines(columns: readonly ColumnProfile[]): readonly string[] {
  const clocks = columns.filter(({ kind }) => kind === 'CLOCK');
  const alone = columns.filter((column) => column.kind === 'TIME' && (clocks.length === 0 || !isDayOnly(column)));
  const places = [...alone.map(placeOf), ...clocks.map((clock) => pairOf(clock, columns))];
  if (places.length === 0)
    return [
      'times:',
      `  call: [{ column: ${quoted('TODO: the column with the time of the call')}, formats: [M/D/YYYY H:mm] }]`,
      'callTime: [call]',
    ];

  return [
    'times:',
    ...(clocks.length > 0
      ? ['  # A clock is put on the day of another column: after midnight that is a day too early.']
      : []),
    ...places.map((place, index) => `  time${index + 1}: [{ ${place} }]`),
    `callTime: [time1, ${quoted('TODO: which times tell when the call came, the preferred first')}]`,
  ];
}

function isDayOnly({ kind, formats }: ColumnProfile): boolean {
  return kind === 'TIME' && formats.every((format) => !format.includes('mm'));
}

function placeOf({ name, formats }: Pick<ColumnProfile, 'name' | 'formats'>): string {
  return `column: ${quoted(name)}, formats: [${formats.map(quoted).join(', ')}]`;
}

/** Only where one column holds days and nothing else is it certain which day a clock belongs to. */
function pairOf({ name, formats }: ColumnProfile, columns: readonly ColumnProfile[]): string {
  const [day, ...others] = columns.filter(isDayOnly);
  const isCertain = day !== undefined && others.length === 0;
  const names = columns.filter(({ kind }) => kind === 'TIME').map((column) => column.name);
  const perhaps = names.length === 0 ? '' : `; perhaps ${names.join(', ')}`;
  const unclear = {
    name: `TODO: the column with the day of this clock${perhaps}`,
    formats: day?.formats ?? ['M/D/YYYY'],
  };
  const clock = `timeColumn: ${quoted(name)}, timeFormats: [${formats.map(quoted).join(', ')}]`;
  return `${placeOf(isCertain ? day : unclear)}, ${clock}`;
}
