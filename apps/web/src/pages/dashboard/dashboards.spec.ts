import { describe, expect, it } from '@jest/globals';
import type { Panel } from '#contracts/dashboard.ts';
import { METRICS } from '#metrics/catalogue.ts';
import { en } from '../../locales/en.ts';
import { dashboardOf } from './dashboards.ts';

/** What each panel asks for: its metrics, and what it breaks them down by. */
function questionOf(panel: Panel): { metrics: string[]; by: string[] } {
  switch (panel.kind) {
    case 'kpi':
      return { metrics: panel.metrics, by: [] };
    case 'trend':
      return { metrics: panel.metrics, by: panel.by ? [panel.by] : [] };
    case 'heatmap':
      return { metrics: [panel.metric], by: [panel.rows, ...(panel.columns === 'week' ? [] : [panel.columns])] };
    case 'distribution':
      return { metrics: [panel.metric], by: [panel.by] };
    case 'why':
      return { metrics: [panel.metric], by: panel.by };
    case 'comments':
      return { metrics: [panel.metric], by: [] };
    default:
      return { metrics: [], by: [] };
  }
}

const unanswerable = ({ metrics, by }: { metrics: string[]; by: string[] }): string[] =>
  metrics.filter((code) => {
    const known = METRICS.find((metric) => metric.code === code)?.dimensions;
    return !known || !by.every((dimension) => known.includes(dimension));
  });

describe.each(['weekly-cx', 'touchpoints', 'waits', 'complaints'] as const)('the dashboard %s', (code) => {
  const dashboard = dashboardOf(code);
  const panels = dashboard?.panels ?? [];
  const words: Record<string, string> = en.dashboards[code];

  it('asks only what the catalogue can answer', () => {
    const asked = [...panels.map(questionOf), ...(dashboard?.watch ?? [])];
    expect(asked.flatMap(unanswerable)).toEqual([]);
    expect(asked.length).toBeGreaterThan(3);
  });

  it('has a plain title for every panel, and no words to spare', () => {
    expect([...panels.map((panel) => panel.code), 'title'].sort()).toEqual(Object.keys(words).sort());
  });

  it('gives each panel an anchor of its own', () => {
    expect(new Set(panels.map((panel) => panel.code)).size).toBe(panels.length);
  });
});

it('knows no other dashboard', () => {
  expect(dashboardOf('moods')).toBeUndefined();
});
