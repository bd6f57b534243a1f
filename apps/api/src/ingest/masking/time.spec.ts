import { describe, expect, it } from '@jest/globals';
import { DETECTORS } from '#domain/masking.ts';
import { Masker } from './masker.ts';

const MEGABYTE = 1_000_000;
const masker = new Masker(DETECTORS, ['HN######', '##-####/##', 'A #### #### ####']);

/** Texts on which a careless pattern would take the square of their length, or never end. */
const PARTS = [
  ...['a', 'A', '1', '0', '12 ', '0912 345 ', '1-', '1.', '(', '+', '@', 'a@', 'a@b', 'a@b.', 'a.', '.@', ' '],
  ...[
    'HN ',
    'hn: ',
    'HN no no no ',
    'số hồ sơ: là số ',
    'tel tel ',
    'NHS number 94',
    'call me on my 1 ',
    'A-',
    '١',
    '๑-',
  ],
  ...['Dr ', 'Dr A', 'Mary ', 'Nguyễn ', 'Nguyễn Văn ', 'chị ', 'bác sĩ ', 'St Mary ', 'Dr J. ', "O'", 'Kazlausk'],
  ...['สมชาย', 'คุณ', 'นาย', 'นายก ', 'คุณสม', 'ก', 'เวชระเบียน', 'โทร', 'احمد ', 'ڈاکٹر ', 'صاحب ', 'مریض نمبر '],
];

const textOf = (part: string, length: number): string => part.repeat(Math.ceil(length / part.length)).slice(0, length);

/** What this process computed, not what it waited for while others did. */
function millisecondsFor(text: string): number {
  const began = process.cpuUsage();
  masker.mask(text);
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1_000;
}

/** The quickest of some tries: clearing up memory comes on top of it. */
const quickest = (text: string): number => Math.min(...[1, 2, 3].map(() => millisecondsFor(text)));

describe('a text takes time by its length', () => {
  it.each(PARTS)('of nothing but %p', (part) => {
    const [short, long] = [textOf(part, 5_000), textOf(part, 40_000)];
    quickest(short);
    // Eight times the text: what takes the square of it would take sixty-four times as long.
    expect(quickest(long)).toBeLessThan(32 * quickest(short) + 10);
  });

  it.each(['0912 345 ', 'a@', 'Nguyễn Văn ', 'สมชาย'])('also a megabyte of %p', (part) => {
    expect(millisecondsFor(textOf(part, MEGABYTE))).toBeLessThan(20_000);
  });
});
