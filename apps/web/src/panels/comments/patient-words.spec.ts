import { describe, expect, it } from '@jest/globals';
import { directionOfWords, isTall, langOf } from './patient-words.ts';

describe('the direction of words', () => {
  it.each([
    ['ur', 'بل سمجھ میں نہیں آیا', 'rtl'],
    ['ur-PK', 'CT scan کے بعد کسی نے فون نہیں کیا', 'rtl'],
    ['ur', 'bill samajh nahi aya.', 'auto'],
    ['en', 'Kind nurses.', 'auto'],
    [null, 'بل سمجھ میں نہیں آیا', 'auto'],
  ] as const)('%s “%s”: %s', (language, words, direction) => {
    expect(directionOfWords(language, words)).toBe(direction);
  });
});

describe('the language of words', () => {
  it.each([
    ['vi', 'vi'],
    ['ur-PK', 'ur-PK'],
    ['und', undefined],
    ['unknown', undefined],
    ['', undefined],
    [null, undefined],
  ])('%s is marked as %s', (language, lang) => {
    expect(langOf(language)).toBe(lang);
  });
});

it('gives Urdu tall lines, and only Urdu', () => {
  expect(isTall('C-2291: بل سمجھ میں نہیں آیا')).toBe(true);
  expect(isTall('เรียกเก็บเงินผิด, Hóa đơn')).toBe(false);
});
