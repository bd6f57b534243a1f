import { expect, it } from '@jest/globals';
import { matchesHash, scryptHash, weakerThanToday } from './scrypt-hash.ts';

const CHEAP = { costLog2: 10, blockSize: 8, lanes: 1 };

it('knows the password again, and no other', async () => {
  const hash = await scryptHash('four blue herons', CHEAP);
  expect(hash).toMatch(/^\$scrypt\$ln=10,r=8,p=1\$/);
  expect(await matchesHash('four blue herons', hash)).toBe(true);
  expect(await matchesHash('four blue heron', hash)).toBe(false);
});

it('gives two people with one password two hashes', async () => {
  expect(await scryptHash('four blue herons', CHEAP)).not.toBe(await scryptHash('four blue herons', CHEAP));
});

it('takes a letter however a keyboard writes it', async () => {
  const hash = await scryptHash('Kalnin\u0327a of Riga', CHEAP);
  expect(await matchesHash('Kalni\u0146a of Riga', hash)).toBe(true);
});

it('knows a hash that costs less than one of today', async () => {
  expect(weakerThanToday(await scryptHash('four blue herons', CHEAP))).toBe(true);
  expect(weakerThanToday(await scryptHash('four blue herons'))).toBe(false);
});

it.each(['', 'plain text', '$scrypt$ln=15,r=8,p=3$short$short'])('is no hash: %s', async (text) => {
  await expect(matchesHash('four blue herons', text)).rejects.toThrow('is none');
});
