import { describe, expect, it } from '@jest/globals';
import type { Dimension } from '#contracts/dimension.ts';
import type { OrganisationDto, TouchpointDto } from '#contracts/organisation.dto.ts';
import type { MetricDescriptionDto } from '#contracts/metric-catalogue.dto.ts';
import { alongJourney, ignoredFilters, type MetricQuestion, requestsOf } from './metric-requests.ts';

const metric = (code: string, dimensions: Dimension[]): MetricDescriptionDto => ({
  code,
  dimensions,
  name: code,
  meaning: '',
  source: '',
  facts: 'waits',
  unit: 'percent',
  direction: 'higher',
  method: 'wilson95',
});

const CATALOGUE = {
  metrics: [
    metric('csat', ['site', 'touchpoint']),
    metric('nps', ['site', 'touchpoint']),
    metric('waits', ['site', 'wait-kind']),
  ],
};
const QUESTION: MetricQuestion = {
  metrics: ['csat', 'waits', 'nps'],
  span: { from: '2026-11-09', to: '2026-11-16' },
  grain: 'week',
  where: {},
};

describe('the requests behind a question', () => {
  it('is one request when no filter is set', () => {
    expect(requestsOf(QUESTION, CATALOGUE)).toEqual([
      { metrics: ['csat', 'waits', 'nps'], from: '2026-11-09', to: '2026-11-16', grain: 'week' },
    ]);
  });

  it('leaves a filter out for the metrics that do not know it', () => {
    const where = { site: ['riverside'], touchpoint: ['care'] };
    expect(requestsOf({ ...QUESTION, where }, CATALOGUE).map((request) => [request.metrics, request.where])).toEqual([
      [['csat', 'nps'], where],
      [['waits'], { site: ['riverside'] }],
    ]);
  });

  it('does not ask for a metric that cannot be broken down so, or that is unknown', () => {
    const asked = { ...QUESTION, metrics: ['csat', 'waits', 'moods'], by: ['wait-kind'] as const };
    expect(requestsOf(asked, CATALOGUE).map((request) => request.metrics)).toEqual([['waits']]);
  });

  it('names the filters that narrow nothing on a panel', () => {
    expect(ignoredFilters(['waits'], { site: ['a'], touchpoint: ['care'] }, CATALOGUE)).toEqual(['touchpoint']);
    expect(ignoredFilters(['waits', 'csat'], { touchpoint: ['care'] }, CATALOGUE)).toEqual([]);
  });

  it('is about the steps of the journey when it is broken down by touchpoint', () => {
    const touchpoint = (code: string, parent: string | null): Pick<TouchpointDto, 'code' | 'parent' | 'active'> => ({
      code,
      parent,
      active: true,
    });
    const organisation = { touchpoints: [touchpoint('care', null), touchpoint('empathy', 'care')] } as OrganisationDto;
    const byTouchpoint = { ...QUESTION, by: ['touchpoint'] as const };
    expect(alongJourney(byTouchpoint, organisation).where).toEqual({ touchpoint: ['care'] });
    const finer = { ...byTouchpoint, where: { touchpoint: ['empathy'] } };
    expect(alongJourney(finer, organisation)).toBe(finer);
    expect(alongJourney(QUESTION, organisation)).toBe(QUESTION);
  });
});
