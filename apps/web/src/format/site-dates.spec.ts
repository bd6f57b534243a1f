import { describe, expect, it } from '@jest/globals';
import { clockText, dateAt, dayText, momentText } from './site-dates.ts';

const MANNER = { locale: 'en-GB', today: '2026-11-16' };

describe('a date', () => {
  it.each([
    ['en-GB', '2026-11-17', 'Tue 17 Nov'],
    ['en-GB', '2025-11-17', 'Mon, 17 Nov 2025'],
    ['th-TH-u-ca-buddhist-nu-latn', '2025-11-17', 'จันทร์ 17 พ.ย. 2568'],
    ['ur-PK-u-nu-latn', '2026-11-17', 'منگل، 17 نومبر'],
    ['vi-VN', '2026-11-17', 'Thứ 3, 17 thg 11'],
    ['lt-LT', '2026-11-17', 'lapkričio 17 d., an'],
  ])('in %s: %s is %s', (locale, date, text) => {
    expect(dayText(date, { ...MANNER, locale })).toBe(text);
  });
});

describe('an instant is told by the clock of the place where it happened', () => {
  it('may fall on the next day there', () => {
    expect(dateAt('2026-11-16T18:30:00Z', 'Asia/Ho_Chi_Minh')).toBe('2026-11-17');
    expect(dateAt('2026-11-16T18:30:00Z', 'Europe/Vilnius')).toBe('2026-11-16');
  });

  it('counts midnight as 00', () => {
    expect(clockText('2026-11-16T17:00:00Z', 'Asia/Ho_Chi_Minh', 'en-GB')).toBe('00:00');
  });

  it('has a day and a time', () => {
    expect(momentText('2026-11-16T18:30:00Z', 'Asia/Ho_Chi_Minh', MANNER)).toBe('Tue 17 Nov, 01:30');
    expect(momentText('2025-12-31T18:30:00Z', 'Asia/Ho_Chi_Minh', MANNER)).toBe('Thu 1 Jan, 01:30');
  });
});
