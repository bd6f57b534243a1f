import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrganisationDto } from '#contracts/organisation.dto.ts';
import type { SettingsDto } from '#contracts/settings.dto.ts';
import { openTestApp, type TestApp } from '../app/test-app.ts';
import { setUpOrganisation } from '../ingest/lakeside.ts';

let app: TestApp;

beforeAll(async () => {
  app = await openTestApp();
  await setUpOrganisation(app);
});

afterAll(() => app.close());

async function ask<Body = OrganisationDto>(method: 'GET' | 'PUT' | 'PATCH' | 'DELETE', path: string, payload?: object) {
  const answer = await app.inject({ method, url: `/api/v1/${path}`, ...(payload && { payload }) });
  return { status: answer.statusCode, body: answer.json<Body & { message?: string; reason?: string }>() };
}

const read = async (): Promise<OrganisationDto> => (await ask('GET', 'organisation')).body;
const byCode = <Thing extends { code: string }>(things: readonly Thing[], code: string): Thing => {
  const found = things.find((one) => one.code === code);
  if (found === undefined) throw new Error(`no ${code}`);
  return found;
};

/** A thing two people edit: where it is changed, the version one has read, and a change each makes. */
interface Edited {
  thing: string;
  path: string;
  method: 'PUT' | 'PATCH';
  versionIn(organisation: OrganisationDto): string;
  edits: [object, object];
}

const THINGS: Edited[] = [
  {
    thing: 'the organisation',
    path: 'organisation',
    method: 'PATCH',
    versionIn: (organisation: OrganisationDto) => organisation.version,
    edits: [
      { name: 'Lakeside Trust', timeZone: 'Asia/Ho_Chi_Minh' },
      { name: 'Lakeside Group', timeZone: 'Asia/Ho_Chi_Minh' },
    ],
  },
  {
    thing: 'a site',
    path: 'sites/riverside',
    method: 'PATCH',
    versionIn: ({ sites }: OrganisationDto) => byCode(sites, 'riverside').version,
    edits: [{ name: 'Riverside One' }, { name: 'Riverside Two' }],
  },
  {
    thing: 'a department',
    path: 'departments/ward-4b',
    method: 'PATCH',
    versionIn: ({ departments }: OrganisationDto) => byCode(departments, 'ward-4b').version,
    edits: [{ name: 'Ward 4B', parent: null }, { name: 'Short stay' }],
  },
  {
    thing: 'a touchpoint',
    path: 'touchpoints/care',
    method: 'PUT',
    versionIn: ({ touchpoints }: OrganisationDto) => byCode(touchpoints, 'care').version,
    edits: [{ name: 'Nursing' }, { name: 'Care', active: false }],
  },
  {
    thing: 'the order of the journey',
    path: 'touchpoints',
    method: 'PUT',
    versionIn: (organisation: OrganisationDto) => organisation.journeyVersion,
    edits: [{ order: ['scheduling', 'discovery'] }, { order: ['check-in', 'scheduling'] }],
  },
];

describe.each(THINGS)('two people who change $thing', ({ path, method, versionIn, edits }) => {
  it('do not undo each other: the slower is told, reads again, and may go on', async () => {
    const version = versionIn(await read());
    expect((await ask(method, path, { ...edits[0], version })).status).toBe(200);
    const afterFirst = await read();
    const slower = await ask(method, path, { ...edits[1], version });
    expect({ status: slower.status, reason: slower.body.reason }).toEqual({
      status: 409,
      reason: 'changed-meanwhile',
    });
    expect(slower.body.message).toContain('read it again');
    expect(await read()).toEqual(afterFirst);
    const again = await ask(method, path, { ...edits[1], version: versionIn(afterFirst) });
    expect(again.status).toBe(200);
    expect(versionIn(again.body)).not.toBe(versionIn(afterFirst));
  });

  it('at the same moment: one of them is in time', async () => {
    const version = versionIn(await read());
    const answers = await Promise.all([edits[0], edits[0]].map((edit) => ask(method, path, { ...edit, version })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

it('a rename minds nobody’s other order, and an order nobody’s rename', async () => {
  const { touchpoints, journeyVersion } = await read();
  const { version } = byCode(touchpoints, 'check-in');
  await ask('PUT', 'touchpoints', { order: ['discovery', 'scheduling'], version: journeyVersion });
  expect((await ask('PUT', 'touchpoints/check-in', { name: 'Arriving', version })).status).toBe(200);
  const now = await read();
  await ask('PUT', 'touchpoints/check-in', { name: 'Check-in' });
  const order = { order: ['scheduling', 'discovery'], version: now.journeyVersion };
  expect((await ask('PUT', 'touchpoints', order)).status).toBe(200);
});

it('of two who add a touchpoint of the same code, the second is told', async () => {
  const wish = { name: 'Parking', version: null };
  expect((await ask('PUT', 'touchpoints/parking', wish)).status).toBe(200);
  const second = await ask('PUT', 'touchpoints/parking', { ...wish, name: 'Car park' });
  expect(second).toMatchObject({ status: 409, body: { message: expect.stringContaining('another code') } });
  expect(byCode((await read()).touchpoints, 'parking').name).toBe('Parking');
});

it('a touchpoint that is not there any more, or never was, is not brought about by a change of it', async () => {
  const edit = { name: 'Valet', version: '0123456789abcdef' };
  expect(await ask('PUT', 'touchpoints/valet', edit)).toMatchObject({ body: { reason: 'changed-meanwhile' } });
});

describe('two people who set a target of a wait', () => {
  const path = 'settings/targets/waits/arrival-to-seen/2026-09-01';
  const put = (minutes: number, was?: number | null) => ask<SettingsDto>('PUT', path, { minutes, was });

  it('do not undo each other, nor take away what the other has just set', async () => {
    expect((await put(30, null)).status).toBe(200);
    expect(await put(45, null)).toMatchObject({ status: 409, body: { reason: 'changed-meanwhile' } });
    expect((await put(45, 30)).status).toBe(200);
    expect((await ask('DELETE', `${path}?was=30`)).status).toBe(409);
    expect((await ask('DELETE', `${path}?was=45`)).status).toBe(200);
    expect((await put(20)).status).toBe(200);
  });
});
