import { describe, expect, it } from '@jest/globals';
import { sourceCodeOf, sourceNameOf } from './source-name.ts';

describe('what a source could be called', () => {
  it.each([
    ['exit-survey_2026-11 (2).csv', 'Exit survey'],
    ['Patient+Experience+2026_November+22%2C+2026_09.14.csv', 'Patient Experience'],
    ['FFT Q3 final.csv', 'FFT'],
    ['แบบสอบถาม_2569.csv', 'แบบสอบถาม'],
    ['waits.v2.csv.gz', 'Waits'],
    ['2026-11-22.csv', '2026-11-22.csv'],
    ['', ''],
  ])('%s → %s', (file, name) => {
    expect(sourceNameOf(file)).toBe(name);
  });
});

describe('the code of a source', () => {
  it.each([
    ['Exit survey', [], 'exit-survey'],
    ['แบบสอบถาม', [], 'source-1'],
    ['แบบสอบถาม', ['source-1', 'source-2'], 'source-3'],
  ])('%s → %s', (name, taken, code) => {
    expect(sourceCodeOf(name, taken)).toBe(code);
  });
});
