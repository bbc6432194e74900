import { createHmac } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { ageBandOf, minuteBinOf, shiftOf, weekendOf } from '../../../../server/anonymise/bands.js';
import { linkKeys } from '../../../../server/anonymise/index.js';

const secret = Buffer.alloc(32, 7);

describe('linkKeys', () => {
  it('is the first half of an HMAC-SHA256 over purpose, agency and number', () => {
    const expected = createHmac('sha256', secret)
      .update('hw/encounter/v1\x1fharbor-city\x1f24-001')
      .digest('hex')
      .slice(0, 32);

    expect(linkKeys(secret, 'harbor-city').encounterKeyOf('24-001')).toBe(expected);
  });

  it('gives another key for another purpose, agency or secret', () => {
    const { encounterKeyOf, personTokenOf } = linkKeys(secret, 'harbor-city');
    const keys = [
      encounterKeyOf('1'),
      personTokenOf('1'),
      linkKeys(secret, 'pine-county').encounterKeyOf('1'),
      linkKeys(Buffer.alloc(32, 8), 'harbor-city').encounterKeyOf('1'),
    ];

    expect(new Set(keys).size).toBe(4);
  });
});

describe('bands', () => {
  it.each([
    { years: 0, band: 'UNDER_18' },
    { years: 17, band: 'UNDER_18' },
    { years: 18, band: 'AGE_18_24' },
    { years: 64, band: 'AGE_55_64' },
    { years: 65, band: 'AGE_65_AND_OVER' },
    { years: 120, band: 'AGE_65_AND_OVER' },
    { years: 121, band: null },
    { years: -1, band: null },
  ])('puts $years years in $band', ({ years, band }) => {
    expect(ageBandOf(years)).toBe(band);
  });

  it.each([
    { minutes: 0, bin: 'MINUTES_0_15' },
    { minutes: 14.9, bin: 'MINUTES_0_15' },
    { minutes: 15, bin: 'MINUTES_15_30' },
    { minutes: 480, bin: 'MINUTES_480_PLUS' },
    { minutes: 1439.9, bin: 'MINUTES_480_PLUS' },
    { minutes: 1440, bin: null },
    { minutes: -0.1, bin: null },
  ])('puts $minutes minutes in $bin', ({ minutes, bin }) => {
    expect(minuteBinOf(minutes)).toBe(bin);
  });

  it.each([
    { minute: 359, shift: 'NIGHT' },
    { minute: 360, shift: 'DAY' },
    { minute: 840, shift: 'EVENING' },
    { minute: 1320, shift: 'NIGHT' },
    { minute: null, shift: null },
  ])('calls minute $minute of the day $shift', ({ minute, shift }) => {
    expect(shiftOf({ year: 2024, month: 1, day: 1, minute })).toBe(shift);
  });

  it('knows a weekend', () => {
    const days = [1, 2, 3, 4, 5, 6, 7].map((day) => weekendOf({ year: 2024, month: 9, day, minute: null }));

    expect(days).toEqual(['YES', 'NO', 'NO', 'NO', 'NO', 'NO', 'YES']);
  });
});
