import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { beforeAll, describe, expect, it } from '@jest/globals';

import { anonymisedAt, tallied } from '../support/agency-file.js';
import type { Outcome } from '../support/agency-file.js';
import { groupedBy, linesOf } from '../support/source-lines.js';
import type { Line } from '../support/source-lines.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const dataFolder = join(root, '..', 'shared', 'data');
const lanePath = join(dataFolder, 'mobile-crisis-shape', 'MCSLC.csv');
const seattlePath = join(dataFolder, 'seattle-crisis-shape', 'Crisis_Data.csv.gz');
const given = (path: string) => (existsSync(path) ? describe : describe.skip);

async function anonymise(path: string, agencyId: string): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'headwaters-real-'));
  return anonymisedAt({ path, agencyId, folder, mappingPath: join(root, 'seeds', 'mappings', `${agencyId}.yaml`) });
}

function countWhere<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.filter(holds).length;
}

given(lanePath)('the mobile crisis export (skipped when the source file is not at hand)', () => {
  let lines: readonly Line[];
  let outcome: Outcome;
  const end = (line: Line) => line['End Point of Dispatch']?.toLowerCase().replace(/ +/g, ' ') ?? '';
  const metNobody =
    /^(refused|client declined to engage|unable to locate( client)?|cancelled|dispatch canceled before arrival|no contact due to safety concern)$/;

  beforeAll(async () => {
    lines = await linesOf(lanePath);
    outcome = await anonymise(lanePath, 'lane-county-mobile-crisis');
  });

  it('turns every row into one encounter', () => {
    expect(lines).toHaveLength(4682);
    expect(outcome.report.rows).toEqual({ read: 4682, encounters: 4682, merged: 0, excluded: 0, rejected: 0 });
  });

  it('keeps every ending of the dispatch, the block of blanks as unknown', () => {
    expect(tallied(outcome.encounters, 'engagement')).toEqual({
      UNKNOWN: countWhere(lines, (line) => ['', 'other'].includes(end(line))),
      ENGAGED: countWhere(lines, (line) => end(line) === 'engaged client'),
      REFUSED: countWhere(lines, (line) => /refused|declined/.test(end(line))),
      UNABLE_TO_LOCATE: countWhere(lines, (line) => end(line).startsWith('unable')),
      CANCELLED: countWhere(lines, (line) => end(line).includes('cancel')),
      NO_CONTACT_FOR_SAFETY: countWhere(lines, (line) => end(line).includes('safety')),
    });
  });

  it('counts dispositions of those it met, and none of those it did not', () => {
    const met = lines.filter((line) => !metNobody.test(end(line)));
    const ended = (pattern: RegExp) => countWhere(met, (line) => pattern.test(line['Disposition'] ?? ''));

    expect(tallied(outcome.encounters, 'disposition')).toEqual({
      NOT_ENGAGED: lines.length - met.length,
      RESOLVED_ON_SCENE: ended(/^Remained/),
      EMERGENCY_DEPARTMENT: ended(/^Emergency/),
      CRISIS_FACILITY: ended(/^(Sobering|Respite|Crisis)/),
      ARRESTED: ended(/^Arrest/),
      OTHER_DISPOSITION: ended(/^Other/),
    });
  });

  it('gives a row with a suicide reason anywhere that call type, and a row without any reason none', () => {
    const reasons = (line: Line) => [1, 2, 3, 4, 5].map((number) => line[`Reason for Dispatch #${number}`] ?? '');
    const types = tallied(outcome.encounters, 'call_type');

    expect(types['SUICIDE']).toBe(
      countWhere(lines, (line) => reasons(line).some((reason) => reason.startsWith('Suicid'))),
    );
    expect(types['UNKNOWN']).toBe(countWhere(lines, (line) => reasons(line).every((reason) => reason === '')));
  });

  it('bins the minutes from request to arrival as the two written columns add up to', () => {
    const minutes = (line: Line) => [line['Minutes: Request ? Dispatch'], line['Minutes: Dispatch ? Arrival']];
    const both = lines.filter((line) => minutes(line).every((text) => text !== ''));
    const known = outcome.encounters.filter((encounter) => encounter['response_minutes'] !== 'UNKNOWN');

    expect(known.length).toBeGreaterThanOrEqual(both.length);
    expect(outcome.report.problems).toEqual({});
  });

  it('says which months are missing', () => {
    expect(outcome.report.quality.missingMonths).toEqual(['2024-11', '2024-12']);
  });

  it('collects no force, injury, age, gender or race', () => {
    for (const column of ['force', 'subject_injury', 'age_band', 'gender', 'race_ethnicity'])
      expect(tallied(outcome.encounters, column)).toEqual({ NOT_COLLECTED: 4682 });
  });
});

given(seattlePath)('the police crisis export (skipped when the source file is not at hand)', () => {
  let lines: readonly Line[];
  let incidents: readonly (readonly Line[])[];
  let outcome: Outcome;
  const some = (rows: readonly Line[], column: string, value: string) => rows.some((row) => row[column] === value);
  const incidentsWith = (column: string, value: string) => countWhere(incidents, (rows) => some(rows, column, value));

  beforeAll(async () => {
    lines = await linesOf(seattlePath);
    incidents = groupedBy(lines, 'Template ID');
    outcome = await anonymise(seattlePath, 'seattle-police');
  });

  it('is the file whose margins are known, in rows', () => {
    const rowsWith = (column: string, value: string) => countWhere(lines, (line) => line[column] === value);

    expect(rowsWith('Disposition', 'Subject Arrested')).toBe(3008);
    expect(rowsWith('Disposition', 'Emergent Detention/ITA')).toBe(11013);
    expect(rowsWith('Use of Force Indicator', 'Y')).toBe(687);
    expect(rowsWith('CIT Officer Arrived', 'Y')).toBe(33206);
    expect(rowsWith('CIT Officer Dispatched', 'Y')).toBe(20233);
    expect(rowsWith('Subject Veteran Indicator', 'Yes')).toBe(1693);
    expect(rowsWith('Disposition', '-')).toBe(1310);
  });

  it('merges the statements of several officers into one encounter', () => {
    expect(outcome.report.rows).toEqual({ read: 42543, encounters: 34901, merged: 7642, excluded: 0, rejected: 0 });
    expect(incidents).toHaveLength(34901);
  });

  it('puts encounters in the arm of the dispatched and of the arrived officer', () => {
    const dispatched = incidentsWith('CIT Officer Dispatched', 'Y');
    const arrived = incidentsWith('CIT Officer Arrived', 'Y');

    expect(tallied(outcome.encounters, 'response_model')).toEqual({
      CIT: dispatched,
      STANDARD_PATROL: 34901 - dispatched,
    });
    expect(tallied(outcome.encounters, 'response_arrived')).toEqual({ CIT: arrived, STANDARD_PATROL: 34901 - arrived });
  });

  it('never takes an involuntary hold for an arrest, nor a mobile crisis team for a response', () => {
    const dispositions = tallied(outcome.encounters, 'disposition');

    expect(dispositions['ARRESTED']).toBe(incidentsWith('Disposition', 'Subject Arrested'));
    expect(dispositions['INVOLUNTARY_HOLD']).toBe(incidentsWith('Disposition', 'Emergent Detention/ITA'));
    expect(dispositions['NOT_ENGAGED']).toBe(incidentsWith('Disposition', 'Unable to Contact'));
    expect(dispositions['UNKNOWN']).toBe(incidentsWith('Disposition', '-'));
    expect(dispositions['CRISIS_FACILITY']).toBe(incidentsWith('Disposition', 'Voluntary Committal'));
  });

  it('knows force by yes and no only, and veterans by yes', () => {
    const forceMet = countWhere(
      incidents,
      (rows) => some(rows, 'Use of Force Indicator', 'Y') && !some(rows, 'Disposition', 'Unable to Contact'),
    );

    expect(tallied(outcome.encounters, 'force')['FORCE_UNSPECIFIED']).toBe(forceMet);
    expect(tallied(outcome.encounters, 'veteran')['YES']).toBe(incidentsWith('Subject Veteran Indicator', 'Yes'));
  });

  it('lets nothing about officers travel', () => {
    expect(outcome.report.columnsDropped).toEqual(
      expect.arrayContaining([
        'Officer ID',
        'Officer Gender',
        'Officer Race',
        'Officer Year of Birth',
        'Officer Squad Desc',
        'Beat',
      ]),
    );
  });
});
