import { describe, expect, it } from '@jest/globals';

import { openPartsOf, weeklyHoursOf } from '../../../../server/table/index.js';

const WEEKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI'];
const EVERY_DAY = [...WEEKDAYS, 'SAT', 'SUN'];

/** Open hours a week by shift, weekdays then weekend. */
function openHours(openings: Parameters<typeof openPartsOf>[0]): readonly string[] {
  return openPartsOf(openings).map(
    ({ shift, weekend, openHours: open, hours }) => `${shift}${weekend === 'YES' ? ' WEEKEND' : ''} ${open}/${hours}`,
  );
}

describe('the hours of a program', () => {
  it.each([
    { name: 'around the clock', openings: [{ days: EVERY_DAY, from: '00:00', until: '00:00' }], hours: 168 },
    { name: 'days only', openings: [{ days: EVERY_DAY, from: '06:00', until: '14:00' }], hours: 56 },
    { name: 'weekday office hours', openings: [{ days: WEEKDAYS, from: '08:30', until: '17:15' }], hours: 43.75 },
    { name: 'a night past midnight', openings: [{ days: ['SUN'], from: '22:00', until: '06:00' }], hours: 8 },
    {
      name: 'spans that overlap',
      openings: [
        { days: ['MON'], from: '08:00', until: '16:00' },
        { days: ['MON', 'TUE'], from: '12:00', until: '20:00' },
      ],
      hours: 20,
    },
    { name: 'nothing', openings: [], hours: 0 },
  ])('$name is $hours hours a week', ({ openings, hours }) => {
    expect(weeklyHoursOf(openings)).toBe(hours);
  });

  it('lie to the shifts as the encounters tell these apart', () => {
    expect(openHours([{ days: WEEKDAYS, from: '08:00', until: '20:00' }])).toEqual([
      'DAY 30/40',
      'DAY WEEKEND 0/16',
      'EVENING 30/40',
      'EVENING WEEKEND 0/16',
      'NIGHT 0/40',
      'NIGHT WEEKEND 0/16',
    ]);
  });

  it('put the small hours of Saturday in the weekend, and those of Monday after it', () => {
    expect(openHours([{ days: ['FRI', 'SUN'], from: '22:00', until: '06:00' }])).toEqual([
      'DAY 0/40',
      'DAY WEEKEND 0/16',
      'EVENING 0/40',
      'EVENING WEEKEND 0/16',
      'NIGHT 8/40',
      'NIGHT WEEKEND 8/16',
    ]);
  });
});
