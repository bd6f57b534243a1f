import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from 'echarts';
import type { DriverDto, RelationDto } from '#contracts/metrics-drivers.dto.ts';
import { PLAIN_PALETTE } from '../../charts/chart-palette.fixture.ts';
import { weekPoint } from '../../findings/points.fixture.ts';
import { PLAIN_SPEECH } from '../../format/speech.fixture.ts';
import { driverLines, driversOption } from './drivers.option.ts';
import { driverRows } from './drivers.rows.ts';
import { placeLabels } from './place-labels.ts';
import { untoldWords } from './untold-words.ts';

const TOLD: RelationDto = {
  value: 40,
  low: 30,
  high: 52,
  n: 120,
  method: 'block-bootstrap95',
  withheld: null,
  untold: null,
  needed: null,
};
const driver = (touchpoint: string, importance: number | null, csat: number | null): DriverDto => ({
  touchpoint,
  importance: { ...TOLD, value: importance, low: importance && importance - 5, high: importance && importance + 5 },
  performance: weekPoint(0, { by: { touchpoint }, value: csat }),
});
const DRIVERS = [
  driver('care', 50, 70),
  driver('check-in', 30, 90),
  driver('billing', 15, 75),
  driver('discovery', 5, 92),
];

describe('touchpoints by importance and performance', () => {
  it('fall into the four quarters, parted at the means', () => {
    const { rows, middle } = driverRows(DRIVERS, PLAIN_SPEECH);
    expect(rows.map(({ name, quarter }) => [name, quarter])).toEqual([
      ['care', 'mend'],
      ['check-in', 'keep'],
      ['billing', 'later'],
      ['discovery', 'fine'],
    ]);
    expect(middle).toEqual({ importance: 25, csat: 81.75 });
  });

  it('are drawn only with both numbers', () => {
    expect(driverRows([driver('a', null, 70), driver('b', 20, null)], PLAIN_SPEECH).rows).toEqual([]);
    expect(driversOption(driverRows([], PLAIN_SPEECH), { palette: PLAIN_PALETTE, speech: PLAIN_SPEECH })).toMatchObject(
      {
        series: [{ data: [] }, { data: [] }],
      },
    );
  });

  it('say value, interval and n of both', () => {
    const [row] = driverRows(DRIVERS, PLAIN_SPEECH).rows;
    expect(row && driverLines(row, PLAIN_SPEECH).slice(0, 2)).toEqual([
      'care: drivers.mend',
      'drivers.importance 50% (45 – 55%)',
    ]);
    expect(row && driverLines(row, PLAIN_SPEECH)[3]).toBe('panels.n 120');
  });

  it('say why they are not drawn', () => {
    const out = (part: Partial<RelationDto>): string =>
      untoldWords({ ...TOLD, value: null, ...part }, 10, PLAIN_SPEECH);
    expect(out({ untold: 'too-few', needed: 40 })).toBe('drivers.reasons.too-few 40');
    expect(out({ withheld: 'fewer-than-minimum' })).toBe('panels.fewer 10');
    expect(out({ withheld: 'would-reveal-few' })).toBe('panels.hidden');
  });

  it('are drawn with their name, mirrored for right-to-left readers', () => {
    const drawn = driverRows(DRIVERS, PLAIN_SPEECH);
    const option = driversOption(drawn, { palette: PLAIN_PALETTE, speech: { ...PLAIN_SPEECH, rightToLeft: true } });
    expect([option.xAxis, option.yAxis]).toMatchObject([{ inverse: true }, { position: 'right' }]);
    const series = driversOption(drawn, { palette: PLAIN_PALETTE, speech: PLAIN_SPEECH }).series;
    const [dots] = (Array.isArray(series) ? series : []) as {
      renderItem: (params: unknown, draw: unknown) => unknown;
    }[];
    const params = { dataIndex: 0, coordSys: { x: 0, y: 0, width: 600, height: 300 } };
    const draw = { coord: ([x = 0, y = 0]: number[]) => [x * 6, 300 - (y - 60) * 7] };
    expect(
      dots?.renderItem(params as unknown as CustomSeriesRenderItemParams, draw as unknown as CustomSeriesRenderItemAPI),
    ).toMatchObject({
      children: [{ shape: { cx: 300, cy: 230 } }, { style: { text: 'care' } }],
    });
  });
});

describe('labels of dots', () => {
  const stage = { x: 0, y: 0, width: 700, height: 300 };
  const dots = fc.array(
    fc.record({
      x: fc.integer({ min: 0, max: 700 }),
      y: fc.integer({ min: 0, max: 300 }),
      text: fc.constantFrom('Billing', 'The visit itself', 'Preparing for the next visit'),
    }),
    { maxLength: 12 },
  );

  it('cover neither each other, nor a dot, nor the edge', () => {
    fc.assert(
      fc.property(dots, (all) => {
        const placed = placeLabels(all, stage).flatMap((box) => box ?? []);
        placed.forEach((one, index) => {
          expect([one.x >= 0, one.y >= 0, one.x + one.width <= 700, one.y + one.height <= 300]).not.toContain(false);
          for (const other of placed.slice(index + 1)) {
            const apart =
              one.x >= other.x + other.width ||
              other.x >= one.x + one.width ||
              one.y >= other.y + other.height ||
              other.y >= one.y + one.height;
            expect(apart).toBe(true);
          }
          for (const { x, y } of all) {
            expect(x > one.x && x < one.x + one.width && y > one.y && y < one.y + one.height).toBe(false);
          }
        });
      }),
    );
  });

  it('all find a place where dots stand as close as scores do', () => {
    const close = Array.from({ length: 8 }, (_, index) => ({
      x: 120 + 30 * index,
      y: 140 + (index % 3) * 20,
      text: 'Making the appointment',
    }));
    expect(placeLabels(close, stage)).not.toContain(null);
  });
});
