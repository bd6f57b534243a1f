import { describe, expect, it } from '@jest/globals';
import type { LineSeriesOption } from 'echarts';
import type { DeliveryDayDto } from '#contracts/freshness.dto.ts';
import { PLAIN_PALETTE } from '../../../charts/chart-palette.fixture.ts';
import { PLAIN_SPEECH } from '../../../format/speech.fixture.ts';
import { deliveriesOption, deliveryMarks, isSmaller } from './deliveries.option.ts';

const day = (on: string, rows: number, part: Partial<DeliveryDayDto> = {}): DeliveryDayDto => ({
  ...{ on, rows, deliveries: rows > 0 ? 1 : 0, usual: 40, limit: 17 },
  ...part,
});
const DAYS = [day('2026-11-16', 40), day('2026-11-17', 12), day('2026-11-18', 0, { usual: null, limit: null })];

describe('the picture of deliveries', () => {
  const [rows, limit] = deliveriesOption(DAYS, { palette: PLAIN_PALETTE, speech: PLAIN_SPEECH })
    .series as LineSeriesOption[];

  it('draws the rows of each day, and marks what is smaller by shape and colour', () => {
    expect(rows?.data).toMatchObject([
      { value: 40, symbol: 'circle', symbolSize: 4 },
      { value: 12, symbol: 'triangle', itemStyle: { color: 'orange' } },
      { value: 0, symbolSize: 0 },
    ]);
  });

  it('draws the limit where there is one', () => {
    expect(limit?.data).toEqual([17, 17, '-']);
  });

  it('says of each day what came and what usually does', () => {
    const [[first, , last] = []] = deliveryMarks(DAYS, PLAIN_SPEECH);
    expect(first?.label).toContain('freshness.columns.rows: 40 · freshness.columns.deliveries: 1');
    expect(first?.label).toContain('freshness.columns.usual: 40 · freshness.columns.limit: 17');
    expect(last?.label).not.toContain('usual');
  });

  it('lets a first load of two years go beyond the axis', () => {
    const loaded = [day('2026-11-15', 90_000), ...DAYS];
    const { yAxis } = deliveriesOption(loaded, { palette: PLAIN_PALETTE, speech: PLAIN_SPEECH });
    expect((yAxis as { max: number }).max).toBeLessThan(100);
  });

  it('does not take a day without a delivery for a small one', () => {
    expect([day('2026-11-18', 0), day('2026-11-18', 0, { deliveries: 1 })].map(isSmaller)).toEqual([false, true]);
  });
});
