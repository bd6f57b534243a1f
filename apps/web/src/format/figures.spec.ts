import { describe, expect, it } from '@jest/globals';
import { figuresFor, timeUnitFor } from './figures.ts';

const english = figuresFor('en', false);
const plainSpaces = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('figures', () => {
  it.each([
    ['percent', 84.23, '84.2%'],
    ['points', 41.4, '41'],
    ['minutes', 34.4, '34 min'],
    ['minutes', 1.84, '1.8 min'],
    ['minutes', 192, '3.2 hr'],
    ['minutes', 4320, '3 days'],
    ['count', 1284, '1,284'],
    ['stars', 4.126, '4.13 ★'],
    ['percent', null, '–'],
  ] as const)('writes %s %s as %s', (unit, value, text) => {
    expect(plainSpaces(english.value(unit, value))).toBe(text);
  });

  it('sets the unit apart for headlines', () => {
    expect(english.parts('percent', 84.2)).toEqual({ figure: '84.2', unit: '%' });
    expect(english.parts('minutes', 34)).toEqual({ figure: '34', unit: 'min' });
    expect(english.parts('points', -12)).toEqual({ figure: '−12', unit: '' });
  });

  it('writes both ends of a range in the unit of its upper end', () => {
    expect(english.range('percent', 82.1, 86.06)).toBe('82.1 – 86.1');
    expect(english.range('minutes', 33, 36.4)).toBe('33 – 36');
    expect(english.range('minutes', 100, 180)).toBe('1.7 – 3.0');
  });

  it('gives a difference its sign', () => {
    expect(english.difference('percent', 3.14)).toBe('+3.1');
    expect(plainSpaces(english.difference('minutes', -7))).toBe('−7 min');
  });

  it('writes an axis in the unit of its end', () => {
    expect([english.axisUnit('minutes', 4320), english.axis('minutes', 4320)(2880)]).toEqual(['days', '2']);
    expect([english.axisUnit('percent', 90), english.axis('percent', 90)(80)]).toEqual(['%', '80']);
    expect([english.axisUnit('points', 40), english.axis('points', 40)(-20)]).toEqual(['', '−20']);
  });

  it('writes cells as short as they can be', () => {
    expect([
      english.cell('percent', 81.6, 95),
      english.cell('minutes', 4320, 7200),
      english.cell('stars', 4.13, 5),
    ]).toEqual(['82', '3.0', '4.1']);
  });

  it('keeps digits and unit together in right-to-left text', () => {
    const urdu = figuresFor('ur-PK-u-nu-latn', true);
    expect(urdu.count(1284)).toBe('\u20661,284\u2069');
    expect(urdu.range('percent', 82, 86)).toBe('\u206682.0 – 86.0\u2069');
    expect(urdu.difference('minutes', -7)).toMatch(/^\u2068\u2066−7\u2069\s\p{Script=Arabic}+\u2069$/u);
  });

  it('turns to hours after two hours and to days after two days', () => {
    expect([119, 120, 2879, 2880].map((minutes) => timeUnitFor(minutes).unit)).toEqual([
      'minute',
      'hour',
      'hour',
      'day',
    ]);
  });
});
