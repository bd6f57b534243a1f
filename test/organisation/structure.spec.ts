import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrganisationDto } from '#contracts/organisation.dto.ts';
import { type TestApp, openTestApp } from '../app/test-app.ts';
import { setUpOrganisation } from '../ingest/lakeside.ts';

let app: TestApp;

beforeAll(async () => {
  app = await openTestApp();
});

afterAll(() => app.close());

async function put(url: string, payload: object) {
  const answer = await app.inject({ method: 'PUT', url: `/api/v1/${url}`, payload });
  const { message, ...organisation } = answer.json<Partial<OrganisationDto> & { message?: string | string[] }>();
  return { status: answer.statusCode, message: [message ?? ''].flat().join('; '), organisation };
}

const hospital = (departments: object[], more: object = {}) =>
  put('organisation/structure', {
    name: 'Test Health',
    timeZone: 'Asia/Bangkok',
    sites: [{ code: 'riverside', name: 'Riverside', timeZone: 'Asia/Ho_Chi_Minh', departments, ...more }],
  });

it('touchpoints wait for an organisation', async () => {
  expect(await put('touchpoints/parking', { name: 'Parking' })).toMatchObject({ status: 404 });
});

describe('the tree of departments', () => {
  beforeAll(() => setUpOrganisation(app));

  it('may be sent as it is read, with a parent of null', async () => {
    const { status, organisation } = await hospital([{ code: 'surgery', name: 'Surgery', parent: null }]);
    expect(status).toBe(200);
    expect(organisation.departments).toContainEqual(expect.objectContaining({ code: 'surgery', parent: null }));
  });

  it.each([
    ['the code kept for a site as a whole', [{ code: 'riverside-general', name: 'General medicine' }], 'as a whole'],
    [
      'a code given twice',
      [
        { code: 'a', name: 'A' },
        { code: 'a', name: 'B' },
      ],
      'named twice',
    ],
    [
      'a department above itself',
      [
        { code: 'a', name: 'A', parent: 'b' },
        { code: 'b', name: 'B', parent: 'a' },
      ],
      'a, b',
    ],
    ['a department above it that is not there', [{ code: 'a', name: 'A', parent: 'gone' }], 'missing'],
    ['another site’s department', [{ code: 'hillcrest-pharmacy', name: 'Pharmacy' }], 'another site'],
  ])('refuses %s and stores nothing', async (_, departments, told) => {
    const before = (await app.inject({ method: 'GET', url: '/api/v1/organisation' })).json<OrganisationDto>();
    const answer = await hospital(departments);
    expect(answer).toMatchObject({ status: 400, message: expect.stringContaining(told) });
    expect((await app.inject({ method: 'GET', url: '/api/v1/organisation' })).json()).toEqual(before);
  });

  it('refuses an offset for a time zone: clocks change', async () => {
    expect(await hospital([], { code: 'lagoon', timeZone: '+07:00' })).toMatchObject({ status: 400 });
  });

  it('takes turns: two who move departments at once leave a tree', async () => {
    const [p, q] = [
      { code: 'p', name: 'P' },
      { code: 'q', name: 'Q' },
    ];
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        index % 2 ? hospital([p, { ...q, parent: 'p' }]) : hospital([q, { ...p, parent: 'q' }]),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const { departments } = (await app.inject({ method: 'GET', url: '/api/v1/organisation' })).json<OrganisationDto>();
    const parents = departments.filter(({ code }) => code === 'p' || code === 'q').map(({ parent }) => parent);
    expect(parents.map((parent) => parent === null).toSorted()).toEqual([false, true]);
  });
});

describe('touchpoints', () => {
  it.each([
    ['x', { name: 'X', position: 'last' }, 'position'],
    ['x', { name: 'X', position: 40_000 }, 'position'],
    ['x', { name: 'X', position: 1.5 }, 'position'],
    ['x', { name: 'X', parent: 'welcome' }, 'discovery'],
    ['x', { name: 'X', parent: 'x' }, 'discovery'],
    ['care', { name: 'Care', parent: 'check-in' }, 'finer points of its own'],
    ['__proto__', { name: 'X' }, 'code'],
  ])('%s refuses %p', async (code, edit, told) => {
    expect(await put(`touchpoints/${code}`, edit)).toMatchObject({
      status: 400,
      message: expect.stringContaining(told),
    });
  });

  it('get a slot each, however many are added at once, and at most 200', async () => {
    const codes = Array.from({ length: 170 }, (_, index) => `point-${index}`);
    const answers: { status: number }[] = [];
    while (codes.length > 0) {
      const atOnce = codes.splice(0, 17).map((code) => put(`touchpoints/${code}`, { name: code, parent: 'care' }));
      answers.push(...(await Promise.all(atOnce)));
    }
    const added = answers.filter(({ status }) => status === 200).length;
    expect(answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 400)).toEqual([]);
    const { touchpoints } = (await app.inject({ method: 'GET', url: '/api/v1/organisation' })).json<OrganisationDto>();
    expect(touchpoints).toHaveLength(200);
    expect(touchpoints.filter(({ code }) => code.startsWith('point-'))).toHaveLength(added);
  });
});
