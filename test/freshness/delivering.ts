import { jest } from '@jest/globals';
import { dateOf, dayNumberOf } from '#domain/calendar-date.ts';
import type { SourceDeliveriesDto } from '#contracts/freshness.dto.ts';
import type { SourceDto, SourcesDto } from '#contracts/sources.dto.ts';
import { Clock } from '../../apps/api/src/clock/clock.ts';
import { openTestApp, type TestApp } from '../app/test-app.ts';
import { send, setUpOrganisation } from '../ingest/lakeside.ts';

/** The API over two sites, at a time of one's choosing. */
export interface DeliveringApp extends TestApp {
  /** Stops the clock at an hour of a day, in the time of the organisation. */
  at(day: number, hour?: number): void;
  source(code: string): Promise<SourceDto>;
  deliveries(code: string): Promise<SourceDeliveriesDto>;
  /** Sends survey answers; each must be taken. */
  take(source: string, rows: readonly object[], kind?: string): Promise<void>;
}

/** The organisation's clocks are seven hours ahead of UTC. */
const AHEAD_HOURS = 7;

export async function openDeliveringApp(): Promise<DeliveringApp> {
  const app = await openTestApp();
  await setUpOrganisation(app);
  const now = jest.spyOn(app.app.get(Clock), 'now');
  const get = async <Body>(url: string): Promise<Body> => {
    const answer = await app.inject({ method: 'GET', url });
    if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.body}`);
    return answer.json<Body>();
  };
  return {
    ...app,
    at: (day, hour = 9) => void now.mockReturnValue(day * 86_400_000 + (hour - AHEAD_HOURS) * 3_600_000),
    source: async (code) => {
      const found = (await get<SourcesDto>('/api/v1/sources')).sources.find((one) => one.code === code);
      if (found === undefined) throw new Error(`no source ${code}`);
      return found;
    },
    deliveries: (code) => get(`/api/v1/sources/${code}/freshness`),
    take: async (source, rows, kind = 'survey-responses') => {
      const outcome = await send(app, kind, rows, source);
      if (outcome.status !== 200 || outcome.quarantined !== 0) throw new Error(JSON.stringify(outcome));
    },
  };
}

/** So many answers of a day; ids tell day and source apart. */
export function answersOf(day: number, count: number, part: (index: number) => object = () => ({})): object[] {
  return Array.from({ length: count }, (_, index) => ({
    externalId: `${dateOf(day)}-${index}`,
    department: 'ward-4b',
    respondedAt: `${dateOf(day)}T${String(8 + (index % 10)).padStart(2, '0')}:00:00+07:00`,
    csat: (index % 5) + 1,
    ...part(index),
  }));
}

export const dayOf = dayNumberOf;
