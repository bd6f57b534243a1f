import { describe, expect, it } from '@jest/globals';
import { CellSplitter } from './cell-splitter.ts';
import { bytesOfUtf8, textOfBytes } from './text-encoding.ts';

const TEXT = 'a, Phải chờ, รอคิว, 👍, e\u0301, ü';

describe('UTF-8 passed on byte by byte', () => {
  it('reads as the same text in composed characters, wherever the pieces are cut', () => {
    const bytes = Buffer.from(TEXT);
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      const decoder = bytesOfUtf8();
      const passed = decoder.write(bytes.subarray(0, cut)) + decoder.write(bytes.subarray(cut)) + decoder.end();
      expect(textOfBytes(passed)).toBe(TEXT.normalize('NFC'));
    }
  });

  it.each([
    ['a wrong byte', [0x61, 0xff, 0x61]],
    ['a character without its beginning', [0x61, 0xa1, 0x61]],
    ['a character spelled longer than it is', [0xc0, 0xaf]],
    ['half of a pair', [0xed, 0xa0, 0x80]],
  ])('is refused with %s', (_, bytes) => {
    expect(() => bytesOfUtf8().write(Buffer.from(bytes))).toThrow();
  });

  it('is refused where it ends in the middle of a character', () => {
    const decoder = bytesOfUtf8();
    decoder.write(Buffer.from('ạ').subarray(0, 2));
    expect(() => decoder.end()).toThrow();
  });
});

describe('a look at a line', () => {
  const alphabet = ['a', '"', ',', '""', ' '];
  const lines = Array.from({ length: 3_125 }, (_, nth) =>
    Array.from({ length: 5 }, (_, place) => alphabet[Math.floor(nth / 5 ** place) % 5]).join(''),
  );

  it('tells what cutting it would', () => {
    const splitter = new CellSplitter(',');
    for (const line of lines) {
      splitter.reset();
      expect([line, splitter.look(line)]).toEqual([line, splitter.feed(line)]);
    }
  });
});
