import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { barriersIn } from './barriers.ts';
import { type Hospital, openHospital } from './hospital.ts';

let hospital: Hospital;

beforeAll(async () => {
  hospital = await openHospital();
});

afterAll(() => hospital.close());

it('nothing on any page stands in anybody’s way, in the light and in the dark', async () => {
  expect(await barriersIn(hospital, 'en')).toEqual([]);
}, 240_000);
