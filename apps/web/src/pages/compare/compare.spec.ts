import { describe, expect, it } from '@jest/globals';
import type { MetricDescriptionDto } from '#contracts/metric-catalogue.dto.ts';
import type { ComparedMetricDto, ComparedSideDto } from '#contracts/metrics-compare.dto.ts';
import { PLAIN_SPEECH } from '../../format/speech.fixture.ts';
import { comparedFromQuery, queryOfCompared } from './compare-address.ts';
import { differenceFigure, valuesFigure } from './compare-figure.ts';
import { compareRequest, troubleOf } from './compare-request.ts';
import { comparedSaying } from './compare-words.ts';

const TODAY = '2026-11-18';
const csat: MetricDescriptionDto = {
  code: 'csat',
  name: 'CSAT',
  meaning: '',
  source: '',
  facts: 'survey-responses',
  unit: 'percent',
  direction: 'higher',
  method: 'wilson95',
  dimensions: ['site', 'department', 'touchpoint', 'channel'],
};

describe('the address', () => {
  it('says nothing for the last quarter and the one before', () => {
    expect(comparedFromQuery({}, TODAY)).toEqual({
      metric: 'csat',
      span: { from: '2026-08-17', to: '2026-11-16' },
      with: { kind: 'periods', span: { from: '2026-05-18', to: '2026-08-17' } },
      where: {},
    });
  });

  it.each([
    {
      metric: 'nps',
      from: '2026-10-05',
      to: '2026-11-02',
      fromA: '2025-10-06',
      toA: '2025-11-03',
      site: ['riverside'],
    },
    { metric: 'wait-median', from: '2026-10-05', to: '2026-11-02', by: 'waitKind', a: 'door', b: 'bill' },
    {
      metric: 'csat',
      from: '2026-10-05',
      to: '2026-11-02',
      by: 'department',
      a: 'ward-4b',
      b: 'icu',
      channel: ['sms'],
    },
  ])('%# holds the whole question', (query) => {
    expect(queryOfCompared(comparedFromQuery(query, TODAY))).toEqual(query);
  });

  it('typed by hand is read as far as it makes sense', () => {
    const query = { metric: '', from: '2026-13-01', toA: 'yesterday', fromA: '2026-01-01', by: 'colour' };
    expect(comparedFromQuery(query, TODAY)).toEqual(comparedFromQuery({}, TODAY));
    const both = comparedFromQuery({ by: 'site', a: 'x', b: 'y', site: 'z' }, TODAY);
    expect(both.where).toEqual({});
  });
});

describe('what is asked', () => {
  it('is one side a period, or one a group, with the filters that the metric knows', () => {
    const where = { site: 'riverside', platform: 'google' };
    expect(compareRequest(comparedFromQuery(where, TODAY), csat)).toEqual({
      metrics: ['csat'],
      a: { from: '2026-05-18', to: '2026-08-17', where: { site: ['riverside'] } },
      b: { from: '2026-08-17', to: '2026-11-16', where: { site: ['riverside'] } },
    });
    expect(compareRequest(comparedFromQuery({ by: 'channel', a: 'sms', b: 'phone' }, TODAY), csat)).toEqual({
      metrics: ['csat'],
      a: { from: '2026-08-17', to: '2026-11-16', where: { channel: ['sms'] } },
      b: { from: '2026-08-17', to: '2026-11-16', where: { channel: ['phone'] } },
    });
  });

  it.each([
    [{}, 'percent', null],
    [{ fromA: '2026-08-01', toA: '2026-09-01' }, 'percent', 'overlap'],
    [{ fromA: '2026-08-01', toA: '2026-08-10' }, 'count', 'unequal'],
    [{ fromA: '2026-08-01', toA: '2026-08-10' }, 'percent', null],
    [{ by: 'site', a: 'x', b: 'x' }, 'percent', 'sameGroup'],
    [{ by: 'site', a: 'x' }, 'percent', 'noGroups'],
    [{ by: 'site', a: 'x', b: 'y' }, 'count', null],
  ] as const)('of %j in %s has trouble %s', (query, unit, trouble) => {
    expect(troubleOf(comparedFromQuery(query, TODAY), { ...csat, unit })).toBe(trouble);
  });
});

const side = (value: number | null, part: Partial<ComparedSideDto> = {}): ComparedSideDto => ({
  from: '2026-08-17',
  to: '2026-11-16',
  value,
  n: value === null ? 0 : 100,
  low: value === null ? null : value - 5,
  high: value === null ? null : value + 5,
  withheld: null,
  provisional: false,
  expectedShare: null,
  freshness: { lastFactAt: null, provisional: false, sources: [], visits: null },
  ...part,
});
const found = (
  verdict: ComparedMetricDto['difference']['verdict'],
  value: number | null,
  part: Partial<ComparedMetricDto> = {},
): ComparedMetricDto => ({
  metric: 'csat',
  unit: 'percent',
  method: 'wilson95',
  a: side(80),
  b: side(value === null ? null : 80 + value),
  difference: {
    value,
    low: value === null ? null : value - 4,
    high: value === null ? null : value + 4,
    pValue: 0.5,
    verdict,
    moreReplies: { replies: 480, difference: 5 },
  },
  ...part,
});

describe('what is said', () => {
  const said = (one: ComparedMetricDto): unknown => {
    const { tone, text } = comparedSaying(one, { a: 'May', b: 'June' }, PLAIN_SPEECH);
    return [tone, text];
  };

  it('is the difference with its interval, and which way is better', () => {
    expect(said(found('better', 6))).toEqual([
      'improvement',
      'compare.above May June panels.points 6 (2.0 – 10.0) compare.tone.improvement',
    ]);
    expect(said(found('worse', -6))).toEqual([
      'concern',
      'compare.below May June panels.points 6 (2.0 – 10.0) compare.tone.concern',
    ]);
    expect(said(found('higher', 6))).toEqual(['neutral', 'compare.above May June panels.points 6 (2.0 – 10.0)']);
  });

  it('is where the difference lies when there is none to see, and what would be enough', () => {
    expect(said(found('no-detectable-change', 1))).toEqual(['calm', 'compare.none -3.0 – 5.0'.replace('-', '−')]);
    expect(said(found('too-few', 1))).toEqual(['calm', 'panels.change.wouldTell 480 panels.points 5']);
  });

  it('is nothing of a difference from what is hidden or was never answered', () => {
    const hidden = side(null, { n: null, withheld: 'would-reveal-few' });
    expect(said(found('too-few', null, { a: hidden }))).toEqual(['calm', 'compare.withheld']);
    expect(said(found('too-few', null))).toEqual(['calm', 'compare.silent']);
  });
});

describe('what is drawn', () => {
  it('stands on one axis with round numbers around both intervals', () => {
    const { ticks, placed } = valuesFigure(found('better', 10));
    expect(ticks.map(({ value }) => value)).toEqual([75, 80, 85, 90, 95]);
    expect(placed).toEqual([
      { at: 25, interval: { from: 0, length: 50 } },
      { at: 75, interval: { from: 50, length: 50 } },
    ]);
  });

  it('of a difference shows where none lies', () => {
    const { ticks, placed } = differenceFigure(found('better', 6));
    expect(ticks.some(({ value }) => value === 0)).toBe(true);
    expect(placed[0]?.interval?.from).toBeGreaterThan(0);
  });

  it('is nothing where nothing is told, and a dot where there is no interval', () => {
    expect(differenceFigure(found('too-few', null)).placed).toEqual([null]);
    const count = found('higher', 6, { unit: 'count', a: side(40, { low: null, high: null }), b: side(46) });
    expect(valuesFigure(count).placed[0]?.interval).toBeNull();
    expect(valuesFigure(count).ticks[0]?.value).toBe(0);
  });
});
