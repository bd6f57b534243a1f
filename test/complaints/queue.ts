import { jest } from '@jest/globals';
import { HOME_ORGANISATION_ID } from '../../apps/api/src/access/access.ts';
import { Clock } from '../../apps/api/src/clock/clock.ts';
import { openTestApp, type TestApp } from '../app/test-app.ts';
import { erase, send, setUpOrganisation } from '../ingest/lakeside.ts';

export const SCOPE = { organisationId: HOME_ORGANISATION_ID, departmentIds: 'all' as const };

export interface Queue extends TestApp {
  /** Sends complaints, events or erasures from the source `crm`. */
  complaints(...rows: object[]): ReturnType<typeof send>;
  events(...rows: object[]): ReturnType<typeof send>;
  erase(kind: 'complaints' | 'complaint-events', externalId: string): Promise<number>;
  get<Body>(path: string): Promise<{ status: number; body: Body }>;
  post<Body>(path: string, payload: object): Promise<{ status: number; body: Body }>;
  /** Rows of a statement, read as the API reads. */
  rows<Row>(text: string): Promise<Row[]>;
  /** Sets what time it is. */
  at(instant: string): void;
}

/** An organisation of two sites and no complaints. */
export async function openQueue(): Promise<Queue> {
  const app = await openTestApp();
  await setUpOrganisation(app);
  const clock = jest.spyOn(app.app.get(Clock), 'now');
  const request = async <Body>(method: 'GET' | 'POST', path: string, payload?: object) => {
    const answer = await app.inject({ method, url: `/api/v1/${path}`, ...(payload && { payload }) });
    return { status: answer.statusCode, body: (answer.body === '' ? null : answer.json()) as Body };
  };
  return {
    ...app,
    complaints: (...rows) => send(app, 'complaints', rows, 'crm'),
    events: (...rows) => send(app, 'complaint-events', rows, 'crm'),
    erase: (kind, externalId) => erase(app, kind, externalId, 'crm'),
    get: (path) => request('GET', path),
    post: (path, payload) => request('POST', path, payload),
    rows: (text) => app.database.inScope(SCOPE, ({ query }) => query(text)),
    at: (instant) => clock.mockReturnValue(Date.parse(instant)),
  };
}

/** A complaint that came to ward 4B on Thursday the first of October, at noon there. */
export const complaint = (externalId: string, more: object = {}) => ({
  externalId,
  department: 'ward-4b',
  receivedAt: '2026-10-01T12:00:00+07:00',
  subjects: ['billing'],
  ...more,
});

/** An event on a day of October, at noon in ward 4B. */
export const event = (complaintId: string, day: number, stage: string | undefined, more: object = {}) => ({
  externalId: `${complaintId}-${day}-${stage ?? 'note'}`,
  complaint: complaintId,
  happenedAt: `2026-10-${String(day).padStart(2, '0')}T12:00:00+07:00`,
  stage,
  note: 'done',
  ...more,
});
