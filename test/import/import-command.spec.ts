import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CommandLine, fixture, openCommandLine } from './command-line.ts';
import { FFT } from './fft-flags.ts';

let bedside: CommandLine;
let folder: string;

beforeAll(async () => {
  bedside = await openCommandLine();
  folder = await mkdtemp(join(tmpdir(), 'bedside-import-'));
});

afterAll(async () => {
  await bedside.close();
  await rm(folder, { recursive: true });
});

const WAITS = [
  '--kind=waits',
  '--source=er',
  '--map=visit_id=externalId',
  '--map=arrived_at=startedAt',
  '--map=department_referral=department',
  '--value=department:None=',
  '--site=er',
  '--create-departments',
];
const SATISFACTION = [
  '--kind=survey-responses',
  '--source=er-satisfaction',
  '--map=visit_id=externalId',
  '--map=visit_id=visit',
  '--map=arrived_at=respondedAt',
  '--map=satisfaction_0_10=nps',
  '--map=department_referral=department',
  '--value=department:None=',
  '--site=er',
];
const REVIEWS = [
  '--kind=reviews',
  '--source=portal',
  '--set=reviewedAt=2025-11-01',
  '--set=platform=google',
  '--site=er',
];
const SURVEY = [
  '--kind=survey-responses',
  '--source=khao-sat',
  '--map=Mã phiếu=externalId',
  '--map=Ngày trả lời=respondedAt',
  '--map=Khoa=department',
  '--map=Hài lòng=csat',
  '--map=Góp ý=comment',
  '--value=csat:Rất hài lòng=5',
  '--site=da-nang',
  '--zone=Asia/Ho_Chi_Minh',
  '--create-departments',
];

async function importJson(file: string, options: string[]) {
  const { status, printed, noted } = await bedside.run('import', file, ...options, '--json');
  return { status, noted, result: JSON.parse(printed) };
}

const counts = (read: number, accepted: number, updated: number, unchanged: number, quarantined: number) => ({
  read,
  accepted,
  updated,
  unchanged,
  quarantined,
});

describe('an installation in which nothing is set up', () => {
  it('asks for the first site', async () => {
    const { status, noted } = await bedside.run('import', fixture('hospital-reviews.csv'), ...REVIEWS);
    expect({ status, noted }).toEqual({
      status: 1,
      noted: expect.stringMatching(/Name the site .* --site north --zone/),
    });
  });
});

describe('Friends and Family Test answers', () => {
  it('go in, each surgery a department of a site set up for them', async () => {
    const { status, noted, result } = await importJson(fixture('fft-surgeries.csv'), [...FFT, '--zone=Europe/London']);
    expect(status).toBe(0);
    expect(result).toEqual({ ...counts(12, 12, 0, 0, 0), masked: {}, rejects: [] });
    expect(noted).toMatch(/id +→ +externalId/);
    expect(noted).toContain('Set up the site mill-lane');
    expect(
      await bedside.ask(`select d.name, count(*)::int as n, sum(r.csat)::int as csat from survey_response r
        join department d on d.id = r.department_id group by d.name order by d.name`),
    ).toEqual([
      { name: 'Mill Lane Surgery', n: 6, csat: 5 + 4 + 3 + 1 + 5 + 5 },
      { name: 'Orchard Practice @ The Green', n: 3, csat: 2 + 5 + 4 },
      { name: "St Ann's Medical Centre", n: 3, csat: 5 + 4 },
    ]);
    expect(await bedside.ask('select fft, count(*)::int as n from survey_response group by fft order by fft')).toEqual(
      [5, 3, 1, 1, 1, 1].map((n, index) => ({ fft: index + 1, n })),
    );
  });

  it('are read in the time zone of the site', async () => {
    const rows = await bedside.ask<{ external_id: string; at: string }>(
      `select external_id, to_char(responded_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') as at from survey_response
       where external_id in ('f-010', 'f-011', 'f-012') order by external_id`,
    );
    expect(rows.map(({ at }) => at)).toEqual(['2025-03-09 13:22:00', '2025-03-30 01:30:00', '2025-03-31 22:59:59']);
  });

  it('change nothing when they are sent again', async () => {
    expect(await importJson(fixture('fft-surgeries.csv'), FFT)).toMatchObject({
      status: 0,
      result: counts(12, 0, 0, 12, 0),
    });
  });

  it('are replaced by a corrected row of the same id', async () => {
    const text = await readFile(fixture('fft-surgeries.csv'), 'utf8');
    const corrected = join(folder, 'corrected.csv');
    await writeFile(
      corrected,
      text.replace('f-005,2025-03-03 12:05:00,Unlikely,Orchard', 'f-005,2025-03-03 12:05:00,Likely,Orchard'),
    );
    expect((await importJson(corrected, FFT)).result).toMatchObject(counts(12, 0, 1, 11, 0));
    expect(await bedside.ask(`select csat, fft from survey_response where external_id = 'f-005'`)).toEqual([
      { csat: 4, fft: 2 },
    ]);
  });
});

describe('emergency waits', () => {
  it('go in as waits', async () => {
    expect(await importJson(fixture('er-waits.csv'), WAITS)).toMatchObject({
      status: 0,
      result: counts(8, 8, 0, 0, 0),
    });
    expect(
      await bedside.ask(`select d.code, count(*)::int as n, max(wait_minutes) as longest from wait w
        join department d on d.id = w.department_id group by d.code order by d.code`),
    ).toEqual([
      { code: 'er-general', n: 4, longest: 59 },
      { code: 'general-practice', n: 2, longest: 55 },
      { code: 'orthopaedics', n: 1, longest: 10 },
      { code: 'renal', n: 1, longest: 43 },
    ]);
  });

  it('go in as answers where one was given', async () => {
    const { status, noted, result } = await importJson(fixture('er-waits.csv'), [...SATISFACTION, '--only-with=nps']);
    expect({ status, result }).toMatchObject({ status: 0, result: counts(5, 5, 0, 0, 0) });
    expect(noted).toContain('Passed over 3 rows without nps.');
  });

  it('otherwise say that they answer nothing', async () => {
    const { status, result } = await importJson(fixture('er-waits.csv'), SATISFACTION);
    expect({ status, result }).toMatchObject({ status: 2, result: counts(8, 0, 0, 5, 3) });
    const nothing = { code: 'nothing-answered', field: null };
    expect(result.rejects).toMatchObject([3, 6, 7].map((row) => ({ row, ...nothing })));
  });
});

describe('reviews without dates and a file without ids', () => {
  it('get one date for all', async () => {
    expect(await importJson(fixture('hospital-reviews.csv'), REVIEWS)).toMatchObject({
      status: 0,
      result: counts(5, 5, 0, 0, 0),
    });
    expect(await bedside.ask(`select text from review where external_id = 'r-4'`)).toEqual([
      { text: 'They said "ten minutes" and it was an hour' },
    ]);
  });

  it('get a key from what each row says, and the number of times it says so', async () => {
    const file = join(folder, 'no-ids.csv');
    await writeFile(file, 'stars,text\n5,Kind\n5,Kind\n1,Slow\n');
    const options = [...REVIEWS, '--source=no-ids'];
    expect((await importJson(file, options)).result).toMatchObject(counts(3, 3, 0, 0, 0));
    await writeFile(file, 'stars,text\n1,Slow\n5,Kind\n5,Kind\n2,New\n');
    expect((await importJson(file, options)).result).toMatchObject(counts(4, 1, 0, 3, 0));
  });
});

describe('a file with everything that goes wrong in files', () => {
  it('gives its good rows, and keeps the bad ones aside with their lines', async () => {
    const { status, noted, result } = await importJson(fixture('khao-sat.csv'), SURVEY);
    expect(status).toBe(2);
    expect(result).toMatchObject(counts(9, 5, 0, 0, 4));
    expect(
      result.rejects.map(({ row, field, code }: { row: number; field: string; code: string }) => [row, field, code]),
    ).toEqual([
      [6, null, 'wrong-columns'],
      [7, 'respondedAt', 'not-an-instant'],
      [8, 'csat', 'out-of-range'],
      [9, null, 'malformed-quotes'],
    ]);
    expect(noted).toMatch(/dates have the day first, as line 3 shows \(Ngày trả lời\)/);
    expect(noted).toContain('left out: Số điện thoại, Góp ý (2)');
    expect(
      await bedside.ask(`select external_id as id, responded_on::text as "on", csat, comment from survey_response
        where external_id like 'P%' order by 1`),
    ).toEqual([
      { id: 'P1', on: '2025-04-03', csat: 5, comment: 'Rất tốt; sẽ quay lại' },
      { id: 'P2', on: '2025-04-13', csat: 4, comment: 'Chờ hơi lâu\nnhưng bác sĩ tận tình' },
      { id: 'P3', on: '2025-04-14', csat: 5, comment: null },
      { id: 'P8', on: '2025-04-15', csat: 2, comment: 'Ông "Ba" rất vui' },
      { id: 'P9', on: '2025-04-16', csat: 1, comment: null },
    ]);
  });

  it('tells why afterwards, without the columns nobody asked for', async () => {
    const { printed } = await bedside.run('quarantine', '--source=khao-sat', '--json');
    const reasons: { field: string | null; code: string; rows: number; exampleRow: number }[] = JSON.parse(printed);
    expect(reasons.map(({ field, code, rows, exampleRow }) => `${field} ${code} ${rows} ${exampleRow}`).sort()).toEqual(
      [
        'csat out-of-range 1 8',
        'null malformed-quotes 1 9',
        'null wrong-columns 1 6',
        'respondedAt not-an-instant 1 7',
      ],
    );
    expect(await bedside.ask(`select raw from quarantine where code = 'out-of-range'`)).toEqual([
      {
        raw: JSON.stringify({
          'Mã phiếu': 'P6',
          'Ngày trả lời': '15/04/2025 11:00',
          Khoa: 'Nhi',
          'Hài lòng': '6',
          'Góp ý': '',
        }),
      },
    ]);
    expect((await bedside.run('quarantine')).printed).toMatch(
      /khao-sat\s+survey-responses\s+csat\s+out-of-range\s+row 8/,
    );
  });

  it('counts a mended row once', async () => {
    const mended = join(folder, 'mended.csv');
    await writeFile(
      mended,
      (await readFile(fixture('khao-sat.csv'), 'utf8')).replace(
        'P6;15/04/2025 11:00;Nhi;6',
        'P6;15/04/2025 11:00;Nhi;5',
      ),
    );
    expect((await importJson(mended, SURVEY)).result).toMatchObject(counts(9, 1, 0, 5, 3));
  });
});

describe('the counts', () => {
  it('agree with a recount after all of this', async () => {
    expect(await bedside.run('verify')).toMatchObject({ status: 0, printed: 'All cells agree with a recount.' });
  });

  it('are named where they do not', async () => {
    await bedside.ask(`update wait_cell set counts[1] = counts[1] + 1 where grain = 'd' and on_date = '2025-02-05'`);
    const { status, printed } = await bedside.run('verify');
    await bedside.ask(`update wait_cell set counts[1] = counts[1] - 1 where grain = 'd' and on_date = '2025-02-05'`);
    expect(status).toBe(1);
    expect(printed).toMatch(/^wait_cell d 2025-02-05 .*\n {2}stored {4}2 .*\n {2}recounted 1 /);
    expect(printed).toContain('1 cell differs from a recount.');
  });
});

describe('looking before anything is stored', () => {
  it('counts what would happen', async () => {
    const before = await bedside.ask(
      'select (select count(*) from wait) w, (select count(*) from department) d, (select count(*) from import) i',
    );
    const file = join(folder, 'new-waits.csv');
    await writeFile(
      file,
      'startedAt,waitMinutes,department\n2025-05-01 10:00,12,New ward\n2025-05-01 10:00,soon,New ward\n',
    );
    const { status, printed } = await bedside.run(
      'import',
      file,
      '--kind=waits',
      '--source=er',
      '--site=er',
      '--create-departments',
      '--dry-run',
    );
    expect(status).toBe(2);
    expect(printed).toMatch(
      /rows read\s+2\nwould go in\s+1\nwould be updated\s+0\nare there already\s+0\nwould be kept aside\s+1\n\nReasons:\n {2}1 × not-a-number, first in line 3: waitMinutes must be a number\./,
    );
    expect(
      await bedside.ask(
        'select (select count(*) from wait) w, (select count(*) from department) d, (select count(*) from import) i',
      ),
    ).toEqual(before);
  });

  it('keeps the mapping for next time', async () => {
    const saved = join(folder, 'fft.json');
    await bedside.run('import', fixture('fft-surgeries.csv'), ...FFT, '--dry-run', `--save-mapping=${saved}`);
    const again = await bedside.run(
      'import',
      fixture('fft-surgeries.csv'),
      '--kind=survey-responses',
      '--source=fft-2',
      `--mapping=${saved}`,
      '--json',
    );
    expect(JSON.parse(again.printed)).toMatchObject(counts(12, 12, 0, 0, 0));
  });
});
