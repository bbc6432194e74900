import type { Mapping, TimeRule } from '../../../schema/records/index.js';

import { fieldFaults } from './check-field.js';
import type { MappingFault, MappingPath } from './mapping-problem.js';

/** What the draft left for a person to decide. */
export function todoFaultsOf(content: unknown, path: MappingPath = []): readonly MappingFault[] {
  if (typeof content === 'string') {
    return content.startsWith('TODO')
      ? [{ path, message: 'the draft left this to you: decide it and write it here' }]
      : [];
  }
  if (typeof content !== 'object' || content === null) return [];
  return Object.entries(content).flatMap(([key, value]) =>
    todoFaultsOf(value, [...path, Array.isArray(content) ? Number(key) : key]),
  );
}

/** Everything a schema cannot say. */
export function faultsOf(mapping: Mapping): readonly MappingFault[] {
  return [
    ...zoneFaults(mapping),
    ...nameFaults(mapping, mapping.callTime, ['callTime']),
    ...Object.entries(mapping.times).flatMap(([name, rules]) =>
      rules.flatMap((rule, index) => timeFaults(rule, mapping, ['times', name, index])),
    ),
    ...Object.entries(mapping.fields).flatMap(([code, rule]) => fieldFaults({ code, rule, mapping })),
    ...minutesFaults(mapping),
  ];
}

function zoneFaults({ zone }: Mapping): readonly MappingFault[] {
  if (zone === undefined) return [];
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return [];
  } catch {
    return [{ path: ['zone'], message: 'is no IANA time zone; write one such as America/Los_Angeles' }];
  }
}

function nameFaults(mapping: Mapping, names: readonly string[], path: MappingPath): readonly MappingFault[] {
  return names.flatMap((name, index) =>
    mapping.times[name] === undefined
      ? [{ path: [...path, index], message: `times has no ${name}; it has ${Object.keys(mapping.times).join(', ')}` }]
      : [],
  );
}

function minutesFaults(mapping: Mapping): readonly MappingFault[] {
  return Object.entries(mapping.fields).flatMap(([code, rule]) => {
    if (typeof rule === 'string' || rule.minutes === undefined) return [];
    const { from, to, columns } = rule.minutes;
    const path = ['fields', code, 'minutes'];
    if ((from === undefined) !== (to === undefined)) return [{ path, message: 'from and to go together' }];
    if (from === undefined && columns === undefined) return [{ path, message: 'needs from and to, or columns' }];
    return nameFaults(
      mapping,
      [from, to].filter((name) => name !== undefined),
      path,
    );
  });
}

function timeFaults(rule: TimeRule, { zone }: Mapping, path: MappingPath): readonly MappingFault[] {
  const written = [...rule.formats, ...(rule.timeFormats ?? [])];
  const faults: MappingFault[] = rule.formats.flatMap((format, index) =>
    format.includes('YYYY') && format.includes('M') && format.includes('D')
      ? []
      : [{ path: [...path, 'formats', index], message: 'a format has YYYY, M or MM, and D or DD' }],
  );
  if ((rule.timeColumn === undefined) !== (rule.timeFormats === undefined))
    faults.push({ path, message: 'timeColumn and timeFormats go together' });
  if (written.some((format) => format.includes('h') !== format.includes('A')))
    faults.push({ path, message: 'hours of half a day (h) and AM/PM (A) go together; write H for 24 hours' });
  if (written.some((format) => format.includes('Z')) && rule.offset === undefined)
    faults.push({ path, message: 'a format with Z needs offset: CONVERT or IGNORE' });
  if (rule.offset === 'CONVERT' && zone === undefined)
    faults.push({ path, message: 'offset: CONVERT needs the zone of the mapping' });
  return faults;
}
