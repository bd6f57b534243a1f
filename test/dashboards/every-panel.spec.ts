import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ComplaintsPageDto } from '#contracts/complaints.dto.ts';
import type { Dashboard, Panel } from '#contracts/dashboard.ts';
import type { MetricAnswerDto, MetricPointDto, MetricsAnswerDto } from '#contracts/metric-answer.dto.ts';
import type { MetricCatalogueDto } from '#contracts/metric-catalogue.dto.ts';
import type { DriversAnswerDto, WaitEffectAnswerDto } from '#contracts/metrics-drivers.dto.ts';
import type { OrganisationDto } from '#contracts/organisation.dto.ts';
import type { RecordsPageDto } from '#contracts/records.dto.ts';
import { INTERVAL_METHODS } from '#metrics/vocabulary.ts';
import { alongJourney, type MetricQuestion, requestsOf } from '../../apps/web/src/api/metric-requests.ts';
import { stretched } from '../../apps/web/src/filters/period.ts';
import { en } from '../../apps/web/src/locales/en.ts';
import { lt } from '../../apps/web/src/locales/lt.ts';
import { th } from '../../apps/web/src/locales/th.ts';
import { ur } from '../../apps/web/src/locales/ur.ts';
import { vi } from '../../apps/web/src/locales/vi.ts';
import type { TestApp } from '../app/test-app.ts';
import { openDemoApp } from '../demo/demo-app.ts';
import { openingSpan, questionOf, questionsOf } from './panel-question.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'dashboards');
const FILES = readdirSync(FOLDER).filter((file) => /(?<!\.spec)\.ts$/.test(file));
const DASHBOARDS = await Promise.all(
  FILES.map(async (file) => ((await import(join(FOLDER, file))) as { default: Dashboard }).default),
);
const LOCALES: Record<string, { dashboards: Record<string, string | Record<string, string>> }> = { en, vi, th, lt, ur };

let app: TestApp;
let organisation: OrganisationDto;
let catalogue: MetricCatalogueDto;

beforeAll(async () => {
  app = await openDemoApp();
  organisation = await get('organisation');
  catalogue = await get('metrics');
});

afterAll(async () => {
  await app.close();
});

async function ask<Body>(method: 'GET' | 'POST', path: string, payload?: object): Promise<Body> {
  const answer = await app.inject({ method, url: `/api/v1/${path}`, ...(payload ? { payload } : {}) });
  if (answer.statusCode !== 200) throw new Error(`${path} ${JSON.stringify(payload)}: ${answer.body}`);
  return answer.json<Body>();
}
const get = <Body>(path: string): Promise<Body> => ask('GET', path);

/** The answers to a question, one for each of its metrics. */
async function answersTo(question: MetricQuestion): Promise<MetricAnswerDto[]> {
  const requests = requestsOf(alongJourney(question, organisation), catalogue);
  const parts = await Promise.all(requests.map((request) => ask<MetricsAnswerDto>('POST', 'metrics/query', request)));
  return parts.flatMap(({ answers }) => answers);
}

const numbers = (panel: Panel): boolean => ['kpi', 'trend', 'heatmap', 'distribution'].includes(panel.kind);

/** A value that stands alone: without how many it rests on, how sure it is, or how that was reckoned. */
function isBare({ value, n, low, high, method }: MetricPointDto): boolean {
  if (value === null) return false;
  if (n === null || !INTERVAL_METHODS.includes(method)) return true;
  if (method === 'exact') return false;
  // So few waits may bound a high percentile from below alone: the longest of them says nothing of longer ones.
  const bounded = high !== null ? high >= value : method === 'order-statistics95';
  return low === null || low > value || !bounded;
}

/**
 * Panels of which the network of the tests, a seventh of the demo's, tells nothing: what is rare in it is small, and its
 * partners are hidden with it.
 */
const HIDDEN_WHEN_SMALL = ['replies'];

async function expectAnswered(question: MetricQuestion, code?: string): Promise<void> {
  const hidden = code !== undefined && HIDDEN_WHEN_SMALL.includes(code);
  const answers = await answersTo(question);
  expect(answers.map(({ metric }) => metric).sort()).toEqual([...question.metrics].sort());
  for (const { metric, points } of answers) {
    const known = points.some(({ value }) => value !== null);
    expect({ metric, known }).toEqual({ metric, known: !hidden });
    if (hidden) expect(points.map(({ withheld }) => withheld)).toContain('would-reveal-few');
    expect({ metric, bare: points.filter(isBare) }).toEqual({ metric, bare: [] });
  }
}

/** Of what the network has none, the page shows no panel. */
async function expectUnheardOf(question: MetricQuestion): Promise<void> {
  const answers = await answersTo(question);
  expect(answers.map(({ metric }) => metric)).toEqual(question.metrics);
  for (const { points } of answers) expect(points.filter(({ value, withheld }) => value ?? withheld)).toEqual([]);
}

it('finds the dashboards', () => {
  expect(DASHBOARDS.length).toBeGreaterThanOrEqual(4);
});

describe.each(DASHBOARDS.map((dashboard) => [dashboard.code, dashboard] as const))('%s', (_code, dashboard) => {
  it.each(dashboard.panels.filter(numbers).map((panel) => [panel.kind, panel.code, panel] as const))(
    'the %s %s is answered, each value with its n, interval and method',
    async (_kind, _panel, panel) => {
      const question = questionOf(panel, openingSpan(dashboard, organisation.today));
      if (question === undefined) throw new Error(`${panel.kind} asks nothing`);
      if (panel.kind === 'trend' && panel.onlyIfAny) await expectUnheardOf(question);
      else await expectAnswered(question, panel.code);
    },
  );

  it.each(dashboard.watch.map((watch) => [watch.metrics.join(), watch.by.join(), watch] as const))(
    'the title can look at %s by %s',
    async (_metrics, _by, watch) => {
      for (const question of questionsOf(watch, openingSpan(dashboard, organisation.today)))
        await expectAnswered(question);
    },
  );

  it.each(Object.entries(LOCALES))('has a title and a name for each panel in %s', (_language, { dashboards }) => {
    const words = dashboards[dashboard.code] ?? {};
    expect(Object.keys(words).sort()).toEqual(['title', ...dashboard.panels.map(({ code }) => code)].sort());
    expect(Object.values(words).filter((text) => text.trim() === '')).toEqual([]);
  });

  it('says beneath its title what it rests on', async () => {
    const span = openingSpan(dashboard, organisation.today);
    await expectAnswered({ metrics: [dashboard.basis], span, grain: 'total', where: {} });
    for (const { dashboards } of Object.values(LOCALES)) expect(dashboards.basis).toHaveProperty([dashboard.basis]);
  });

  it('names each panel once', () => {
    const codes = dashboard.panels.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

const panelsOf = <Kind extends Panel['kind']>(kind: Kind) =>
  DASHBOARDS.flatMap((dashboard) =>
    dashboard.panels
      .filter((panel): panel is Extract<Panel, { kind: Kind }> => panel.kind === kind)
      .map((panel) => [dashboard.code, panel.code, dashboard, panel] as const),
  );

it.each(panelsOf('worklist'))('%s: the worklist %s lists what is due', async (_code, _panel, _dashboard, panel) => {
  const page = await get<ComplaintsPageDto>(`complaints?view=${panel.view}&limit=${panel.rows}`);
  expect(page.rows).not.toEqual([]);
  expect(page.rows).toHaveLength(Math.min(panel.rows, page.total));
});

it.each(panelsOf('comments'))('%s: the comments %s have words', async (_code, _panel, dashboard, panel) => {
  const { metric, where, rows } = panel;
  const question = { metric, ...openingSpan(dashboard, organisation.today), where, withWords: true, limit: rows };
  const page = await ask<RecordsPageDto>('POST', 'records/query', question);
  expect(page.rows.filter(({ words }) => words !== null && words.trim() !== '')).toHaveLength(rows);
});

it.each([...panelsOf('drivers'), ...panelsOf('wait-effect')])(
  '%s: of %s each relation has its interval and n, or a reason why it is not told',
  async (_code, _panel, dashboard, panel) => {
    const span = openingSpan(dashboard, organisation.today);
    const told =
      panel.kind === 'drivers'
        ? await ask<DriversAnswerDto>('POST', 'metrics/drivers', span)
        : await ask<WaitEffectAnswerDto>('POST', 'metrics/wait-effect', stretched(span, panel.weeks));
    const relations =
      'touchpoints' in told
        ? [told.explained, ...told.touchpoints.map(({ importance }) => importance)]
        : [told.perTenMinutes, told.perTenMinutesBeyondPromise];
    if ('touchpoints' in told) expect(told.explained.value).not.toBeNull();
    for (const { value, n, low, high, withheld, untold } of relations) {
      if (value === null) expect(withheld ?? untold).not.toBeNull();
      else expect([n, (low ?? NaN) <= value, value <= (high ?? NaN)]).toEqual([expect.any(Number), true, true]);
    }
  },
);
