import { describe, expect, it } from '@jest/globals';
import { isHospitalNumber } from '#domain/masking.ts';
import { Masker } from '../masker.ts';

const found = (shape: string, text: string): number =>
  new Masker(['hospital'], [shape]).mask(text).counts.hospital ?? 0;

describe('the shape of a hospital’s numbers', () => {
  it.each([
    ['HN######', 'see HN204517 please', 1],
    ['HN######', 'see hn 204517, hn-204518', 2],
    ['ZX######', 'see ZX2045178', 0],
    ['ZX######', 'see AZX204517', 0],
    ['##-####/##', 'is 12-3456/78', 1],
    ['##-####/##', 'is 12345678', 1],
    ['BN.####', 'mã BN.4411 BNx4411', 1],
    ['KX####', 'KX-4411, kx 4412, KX4413', 3],
    ['เลข####', 'เลข๑๒๓๔ครับ', 1],
  ])('%p in %p: %p', (shape, text, times) => expect(found(shape, text)).toBe(times));

  it.each([
    ['HN######', true],
    ['##-####/##', true],
    ['เลข####', true],
    ['###', false],
    ['HN###', false],
    ['(a+)+####', false],
    ['.*####', false],
    ['[0-9]####', false],
    ['', false],
    [`HN${'#'.repeat(40)}`, false],
  ])('%p may be given: %p', (shape, may) => expect(isHospitalNumber(shape)).toBe(may));
});
