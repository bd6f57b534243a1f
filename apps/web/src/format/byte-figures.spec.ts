import { expect, it } from '@jest/globals';
import { sizeText } from './byte-figures.ts';

it.each([
  [0, 'en', '0 bytes'],
  [812, 'en', '812 bytes'],
  [999, 'en', '999 bytes'],
  [12_345, 'en', '12 kB'],
  [999_600, 'en', '1 MB'],
  [1_234_567, 'en', '1.2 MB'],
  [1_234_567, 'lt-LT', '1,2 MB'],
  [123_456_789, 'en', '123 MB'],
  [1_600_000_000, 'en', '1.6 GB'],
])('%d bytes in %s: %s', (bytes, locale, text) => {
  expect(sizeText(bytes, locale).replace(/\s/g, ' ')).toBe(text);
});
