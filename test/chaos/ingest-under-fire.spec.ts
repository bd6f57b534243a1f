import { expect, it } from '@jest/globals';
import { ingestUnderFire } from './under-fire.ts';

it('loses and doubles nothing that was acknowledged when API, worker and database are killed at random', async () => {
  const { kills, acknowledged, files, differences, cells } = await ingestUnderFire({ kills: 50, seed: 11 });
  expect({ differences, cells }).toEqual({ differences: [], cells: [] });
  expect(kills.api + kills.worker + kills.postgres).toBe(50);
  expect(files).toBeGreaterThan(0);
  expect(acknowledged).toBeGreaterThan(50);
}, 400_000);
