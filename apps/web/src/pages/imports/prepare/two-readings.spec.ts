import { describe, expect, it } from '@jest/globals';
import { twoDaysIn, twoNumbersIn } from './two-readings.ts';

describe('a date that could be two days', () => {
  it.each([
    [['03/04/2026 09:12'], { text: '03/04/2026 09:12', dmy: '2026-04-03', mdy: '2026-03-04' }],
    [['13/04/2026', '5.6.26'], { text: '5.6.26', dmy: '2026-06-05', mdy: '2026-05-06' }],
    [['๐๓/๐๔/๒๕๖๙'], { text: '๐๓/๐๔/๒๕๖๙', dmy: '2026-04-03', mdy: '2026-03-04' }],
    [['04/04/2026', '2026-04-03', '31/12/2026', '', 'soon'], null],
  ])('%j', (samples, found) => {
    expect(twoDaysIn(samples)).toEqual(found);
  });
});

describe('a number that could be two', () => {
  it.each([
    [['1,234'], { text: '1,234', comma: 1.234, dot: 1234 }],
    [['12', '2.500'], { text: '2.500', comma: 2500, dot: 2.5 }],
    [['1,23', '1,234.5', 'x'], null],
  ])('%j', (samples, found) => {
    expect(twoNumbersIn(samples)).toEqual(found);
  });
});
