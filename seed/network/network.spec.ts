import { describe, expect, it } from '@jest/globals';
import { dayNumberOf } from '#domain/calendar-date.ts';
import { JOURNEY_CODES } from '#domain/touchpoint.ts';
import { STEPS } from './journey.ts';
import { NETWORK } from './network.ts';
import { busynessOf, openDayUpTo } from './rhythm.ts';
import { REGISTRATION, blend, strengthOn } from './stories.ts';

const departments = NETWORK.sites.flatMap((site): { code: string; name: string; parent?: string }[] => [
  ...site.departments,
]);

describe('the network', () => {
  it('has three sites and fourteen departments, each with a code and a name of its own', () => {
    expect(NETWORK.sites).toHaveLength(3);
    expect(departments).toHaveLength(14);
    expect(new Set(departments.map(({ code }) => code)).size).toBe(14);
    expect(new Set(departments.map(({ name }) => name)).size).toBe(14);
  });

  it('is a tree: whatever stands above a department is a department of the same site', () => {
    for (const site of NETWORK.sites) {
      const codes = site.departments.map(({ code }) => code as string);
      const parents = site.departments.flatMap((department) => ('parent' in department ? [department.parent] : []));
      expect(codes).toEqual(expect.arrayContaining(parents));
    }
    expect(departments.filter(({ parent }) => parent !== undefined)).toHaveLength(3);
  });

  it('asks about the eight steps of the journey', () => {
    expect(STEPS).toEqual(JOURNEY_CODES);
  });
});

describe('busyness', () => {
  it('averages to about one over a year', () => {
    const first = dayNumberOf('2025-01-01');
    for (const rhythm of ['clinic', 'office', 'ward', 'emergency', 'leisure'] as const) {
      const days = Array.from({ length: 364 }, (_, offset) => busynessOf(rhythm, 'lakeside', first + offset));
      const mean = days.reduce((sum, day) => sum + day, 0) / days.length;
      expect(mean).toBeGreaterThan(0.95);
      expect(mean).toBeLessThan(1.05);
    }
  });

  it('closes clinics on Sundays and holidays, never the emergency room', () => {
    const sunday = dayNumberOf('2026-11-15');
    const tet = dayNumberOf('2026-02-17');
    expect(busynessOf('clinic', 'riverside', sunday)).toBe(0);
    expect(busynessOf('clinic', 'riverside', tet)).toBeLessThan(0.1);
    expect(busynessOf('clinic', 'hillcrest', tet)).toBeGreaterThan(1);
    expect(busynessOf('emergency', 'riverside', sunday)).toBeGreaterThan(0.9);
    expect(openDayUpTo('clinic', 'riverside', sunday)).toBe(sunday - 1);
    expect(openDayUpTo('clinic', 'riverside', tet)).toBe(dayNumberOf('2026-02-14'));
  });
});

describe('a story', () => {
  const span = { firstDay: 0, lastDay: 0, lastMonday: dayNumberOf('2026-11-09'), endMs: 0 };

  it.each([
    ['2026-09-20', 0, 27],
    ['2026-09-21', 0.25, 29.75],
    ['2026-09-28', 0.5, 32.5],
    ['2026-10-12', 1, 38],
    ['2026-11-15', 1, 38],
  ])('has on %s reached a strength of %d', (date, strength, median) => {
    expect(strengthOn(dayNumberOf(date), REGISTRATION, span)).toBe(strength);
    expect(blend(REGISTRATION.medianWait, strength)).toBe(median);
  });
});
