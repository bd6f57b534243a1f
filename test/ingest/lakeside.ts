import type { IngestResultDto } from '#contracts/ingest/ingest-result.dto.ts';
import type { TestApp } from '../app/test-app.ts';

/** Two sites and four departments, enough to move rows about. */
export const STRUCTURE = {
  name: 'Test Health',
  timeZone: 'Asia/Ho_Chi_Minh',
  sites: [
    {
      code: 'riverside',
      name: 'Riverside Hospital',
      timeZone: 'Asia/Ho_Chi_Minh',
      departments: [
        { code: 'medicine', name: 'Medicine' },
        { code: 'ward-4b', name: 'Ward 4B', parent: 'medicine' },
        { code: 'riverside-pharmacy', name: 'Pharmacy' },
      ],
    },
    {
      code: 'hillcrest',
      name: 'Hillcrest Clinic',
      timeZone: 'Europe/Vilnius',
      departments: [{ code: 'hillcrest-pharmacy', name: 'Pharmacy' }],
    },
  ],
};

export async function setUpOrganisation({ inject }: Pick<TestApp, 'inject'>): Promise<void> {
  const answer = await inject({ method: 'PUT', url: '/api/v1/organisation/structure', payload: STRUCTURE });
  if (answer.statusCode !== 200) throw new Error(`structure refused: ${answer.body}`);
}

/** Sends rows as a JSON array and returns the parsed answer. */
export async function send(
  { inject }: Pick<TestApp, 'inject'>,
  kind: string,
  rows: readonly unknown[],
  source = 'test-tool',
): Promise<IngestResultDto & { status: number }> {
  const answer = await inject({ method: 'POST', url: `/api/v1/ingest/${kind}?source=${source}`, payload: [...rows] });
  return { status: answer.statusCode, ...answer.json<IngestResultDto>() };
}

/** Erases one row by the id its source gave it; answers with the status. */
export async function erase(
  { inject }: Pick<TestApp, 'inject'>,
  kind: string,
  externalId: string,
  source = 'test-tool',
): Promise<number> {
  const url = `/api/v1/ingest/${kind}/erasure?source=${source}`;
  return (await inject({ method: 'POST', url, payload: { externalId } })).statusCode;
}
