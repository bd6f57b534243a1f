import { expect, it } from '@jest/globals';
import { fuzz } from './fuzz.ts';

it('every row is accounted for and every whole one is in, however broken the others are', async () => {
  const { sent, read, accepted, updated, unchanged, quarantined, differences, cells } = await fuzz({
    rows: 30_000,
    seed: 5,
  });
  expect({ differences, cells }).toEqual({ differences: [], cells: [] });
  expect(read).toBe(sent);
  expect(accepted + updated + unchanged + quarantined).toBe(sent);
  for (const one of [accepted, updated, unchanged, quarantined]) expect(one).toBeGreaterThan(100);
}, 300_000);
