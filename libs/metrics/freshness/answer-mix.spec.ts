import { describe, expect, it } from '@jest/globals';
import { type Mix, shiftedMixes, testOf } from './answer-mix.ts';

const mixOf = (aspect: string, now: Record<string, number>, before: Record<string, number>): Mix<string> => ({
  aspect,
  now: new Map(Object.entries(now)),
  before: new Map(Object.entries(before)),
});

describe('a shift in the mix of answers', () => {
  it('is the G-test of the week against the weeks before', () => {
    const { p, shift } = testOf(mixOf('comment', { with: 30, without: 70 }, { with: 160, without: 640 })) ?? {};
    // 2 Σ O ln(O/E) = 2(30 ln 30/21.111 + 70 ln 70/78.889 + 160 ln 160/168.889 + 640 ln 640/631.111) = 4.94843
    expect(p).toBeCloseTo(0.026114357394653988, 12);
    expect(shift).toMatchObject({ n: 100, nBefore: 800, most: { value: 'with', before: 20, now: 30 } });
    expect(shift?.effect).toBeCloseTo(Math.sqrt(0.01 / (2 * 0.5) + 0.01 / (2 * 1.5)), 12);
  });

  it('is told where it is sure and large enough', () => {
    const fell = mixOf('csat', { 1: 60, 5: 40 }, { 1: 200, 5: 600 });
    expect(shiftedMixes([fell]).map(({ aspect }) => aspect)).toEqual(['csat']);
  });

  it('is a trifle where a large source moves a little', () => {
    const little = mixOf('csat', { 1: 21_000, 5: 79_000 }, { 1: 160_000, 5: 640_000 });
    expect(testOf(little)?.p).toBeLessThan(1e-6);
    expect(shiftedMixes([little])).toEqual([]);
  });

  it('is not looked for among too few, or where all answer alike', () => {
    expect(testOf(mixOf('csat', { 1: 29 }, { 5: 800 }))).toBeNull();
    expect(testOf(mixOf('csat', { 1: 30 }, { 5: 99 }))).toBeNull();
    expect(testOf(mixOf('csat', { 5: 100 }, { 5: 800 }))).toBeNull();
  });

  it('does not rest on kinds of which nearly none are expected', () => {
    const rare = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`rare-${index}`, 1]));
    const { p } = testOf(mixOf('language', { en: 980, ...rare }, { en: 8000 })) ?? {};
    const together = testOf(mixOf('language', { en: 980, rest: 20 }, { en: 8000, rest: 0 }));
    expect(p).toBeCloseTo(together?.p ?? NaN, 12);
  });

  it('has an effect between nothing and everything', () => {
    expect(testOf(mixOf('channel', { a: 50 }, { b: 500 }))?.shift.effect).toBeCloseTo(1, 12);
    expect(testOf(mixOf('channel', { a: 50, b: 50 }, { a: 500, b: 500 }))?.shift.effect).toBe(0);
  });

  it('is found in few of a thousand weeks that are like those before', () => {
    let seed = 7;
    const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    const draw = (n: number): Record<string, number> => {
      const counts: Record<string, number> = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 };
      for (let one = 0; one < n; one += 1) {
        const score = 1 + Math.floor(5 * Math.sqrt(random()));
        counts[score] = (counts[score] ?? 0) + 1;
      }
      return counts;
    };
    let told = 0;
    for (let week = 0; week < 1000; week += 1) told += shiftedMixes([mixOf('csat', draw(80), draw(640))]).length;
    expect(told).toBeLessThan(80);
    expect(told).toBeGreaterThan(10);
  });
});
