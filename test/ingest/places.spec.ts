import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HOME_ORGANISATION_ID } from '../../apps/api/src/access/access.ts';
import { IngestService } from '../../apps/api/src/ingest/ingest.service.ts';
import { openTestApp, type TestApp } from '../app/test-app.ts';
import { send } from './lakeside.ts';

const scope = { organisationId: HOME_ORGANISATION_ID, departmentIds: 'all' as const };
const timeZone = 'Asia/Bangkok';
let app: TestApp;

beforeAll(async () => {
  app = await openTestApp();
  const payload = {
    name: 'Test Health',
    timeZone,
    sites: [
      { code: 'north', name: 'First Hospital', timeZone, departments: [{ code: 'emergency', name: 'Casualty' }] },
      { code: 'second', name: 'North', timeZone, departments: [{ code: 'second-emergency', name: 'Emergency' }] },
      { code: 'third', name: 'Twin', timeZone, departments: [] },
      { code: 'fourth', name: 'Twin', timeZone, departments: [] },
    ],
  };
  const answer = await app.inject({ method: 'PUT', url: '/api/v1/organisation/structure', payload });
  if (answer.statusCode !== 200) throw new Error(answer.body);
});

afterAll(() => app.close());

let sent = 0;
const row = (place: object) => ({ externalId: `p${(sent += 1)}`, startedAt: '2026-10-01T09:00:00Z', ...place });
const departmentOf = async (externalId: string): Promise<string | undefined> => {
  const [found] = await app.database.inScope(scope, ({ query }) =>
    query<{ code: string }>(
      'select d.code from wait w join department d on d.id = w.department_id where w.external_id = $1',
      [externalId],
    ),
  );
  return found?.code;
};

describe('the department a row names', () => {
  it.each([
    ['a code, also where another has it for a name', { department: 'emergency' }, 'emergency'],
    ['a name at the site named', { department: 'Emergency', site: 'second' }, 'second-emergency'],
    [
      'a name at the site named, spelled as a code elsewhere',
      { department: 'emergency', site: 'second' },
      'second-emergency',
    ],
    ['a name spelled otherwise', { department: '  CASUALTY ' }, 'emergency'],
    ['a site’s code, also where another has it for a name', { site: 'north' }, 'north-general'],
  ])('is found by %s', async (_, place, code) => {
    const one = row(place);
    expect(await send(app, 'waits', [one])).toMatchObject({ accepted: 1 });
    expect(await departmentOf(one.externalId)).toBe(code);
  });

  it.each([
    ['a site’s name that two have', { site: 'Twin' }, 'ambiguous-site'],
    ['a site’s name that is another’s code', { site: 'NORTH' }, 'ambiguous-site'],
    ['a department’s name that is another’s code', { department: 'EMERGENCY' }, 'ambiguous-department'],
  ])('is not guessed from %s', async (_, place, code) => {
    expect(await send(app, 'waits', [row(place)])).toMatchObject({ quarantined: 1, rejects: [{ code }] });
  });
});

it('departments of one name at several sites are created, each at its own', async () => {
  const rows = [
    row({ department: 'Pharmacy', site: 'north' }),
    row({ department: 'Pharmacy', site: 'second' }),
    row({ department: 'Pharmacy!', site: 'north' }),
    row({ department: 'North General', site: 'north' }),
    row({ department: 'Pharmacy', site: 'north' }),
    row({ department: 'Pharmacy', site: 'second' }),
  ];
  const chunks = async function* () {
    yield rows.map((value, index) => ({ row: index + 1, raw: JSON.stringify(value), value }));
  };
  const target = { kind: 'waits' as const, source: 'test-tool' };
  const options = { createDepartments: { site: null } };
  const result = await app.app.get(IngestService).ingest(scope, target, chunks(), options);
  expect(result).toMatchObject({ read: 6, accepted: 6, rejects: [] });
  const codes = await Promise.all(rows.map(({ externalId }) => departmentOf(externalId)));
  expect(codes[0]).toBe('pharmacy');
  expect(codes[3]).toMatch(/^north-general-[0-9a-f]{8}$/);
  expect([codes[4], codes[5]]).toEqual([codes[0], codes[1]]);
  expect(new Set(codes).size).toBe(4);
});
