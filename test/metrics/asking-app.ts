import { jest } from '@jest/globals';
import type { MetricsAnswerDto } from '#contracts/metric-answer.dto.ts';
import type { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';
import type { RecordsPageDto, RecordsQueryDto } from '#contracts/records.dto.ts';
import { HOME_ORGANISATION_ID } from '../../apps/api/src/access/access.ts';
import { Clock } from '../../apps/api/src/clock/clock.ts';
import { openTestApp, type TestApp } from '../app/test-app.ts';
import { send, setUpOrganisation } from '../ingest/lakeside.ts';

export const SCOPE = { organisationId: HOME_ORGANISATION_ID, departmentIds: 'all' as const };

export interface AskingApp extends TestApp {
  /** Asks for metrics; anything but an answer is thrown. */
  ask(question: MetricsQueryDto): Promise<MetricsAnswerDto>;
  /** Asks for the records of a mark; anything but a page is thrown. */
  records(mark: RecordsQueryDto): Promise<RecordsPageDto>;
  /** What is said of a question that is refused. */
  refusal(path: 'metrics' | 'records', body: object): Promise<{ status: number; message: string[] }>;
  /** Sends rows of one kind, in sendings of at most 5,000; each must be taken. */
  take(kind: string, rows: readonly unknown[]): Promise<void>;
}

/** The API over the two sites of Lakeside on a day in the middle of a week. */
export async function openAskingApp(today: string): Promise<AskingApp> {
  const app = await openTestApp();
  await setUpOrganisation(app);
  jest.spyOn(app.app.get(Clock), 'now').mockReturnValue(Date.parse(`${today}T05:00:00Z`));
  const post = (path: string, payload: object) => app.inject({ method: 'POST', url: `/api/v1/${path}/query`, payload });
  const answered = async <Body>(path: string, payload: object): Promise<Body> => {
    const answer = await post(path, payload);
    if (answer.statusCode !== 200) throw new Error(`${path} ${JSON.stringify(payload)}: ${answer.body}`);
    return answer.json<Body>();
  };
  return {
    ...app,
    ask: (question) => answered('metrics', question),
    records: (mark) => answered('records', mark),
    refusal: async (path, body) => {
      const answer = await post(path, body);
      const { message } = answer.json<{ message: string | string[] }>();
      return { status: answer.statusCode, message: [message].flat() };
    },
    take: async (kind, rows) => {
      for (let first = 0; first < rows.length; first += 5_000) {
        const outcome = await send(app, kind, rows.slice(first, first + 5_000));
        if (outcome.status !== 200 || outcome['quarantined'] !== 0) throw new Error(JSON.stringify(outcome));
      }
    },
  };
}
