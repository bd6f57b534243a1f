import { describe, expect, it } from '@jest/globals';
import { type CsvCell, csvText } from './csv-text.ts';

/** The text of a table of one cell, without mark, heading and line end. */
const cell = (value: CsvCell) => /^\uFEFFheading\r\n(.*)\r\n$/su.exec(csvText(['heading'], [[value]]))?.[1];

it('begins with the mark of UTF-8 and ends every line as RFC 4180 says', () => {
  expect(csvText(['a', 'b'], [['đau', 2]])).toBe('\uFEFFa,b\r\nđau,2\r\n');
});

it('is a heading alone when nothing is listed', () => {
  expect(csvText(['a'], [])).toBe('\uFEFFa\r\n');
});

describe('a cell', () => {
  it.each<[string, CsvCell, string]>([
    ['is empty for nothing', null, ''],
    ['keeps a measured zero', 0, '0'],
    ['keeps a negative number a number', -3, '-3'],
    ['is quoted around a comma', 'kind, slow', '"kind, slow"'],
    ['doubles quotes', 'she said "wait"', '"she said ""wait"""'],
    ['is quoted around a line break', 'one\ntwo', '"one\ntwo"'],
    ['makes a formula text', '=1+1', "'=1+1"],
    ['makes a plus text', '+44 20', "'+44 20"],
    ['makes a minus text', '-2 stars', "'-2 stars"],
    ['makes an at sign text', '@SUM(A1)', "'@SUM(A1)"],
    ['makes a tab text', '\t=1', "'\t=1"],
    ['makes a carriage return text', '\r=1', '"\'\r=1"'],
    ['quotes a formula with a comma', '=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
    ['leaves an equals sign within alone', 'a=b', 'a=b'],
    ['leaves Urdu alone', 'بل سمجھ میں نہیں آیا۔', 'بل سمجھ میں نہیں آیا۔'],
  ])('%s', (_, value, text) => {
    expect(cell(value)).toBe(text);
  });
});
