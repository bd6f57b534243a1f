import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileHead } from './file-head.ts';
import { fileOf, fixture, halfRowsOfCuts, readAs } from './fixtures/candidates-of.ts';
import { ARRIVAL, message, toldBy } from './fixtures/hl7-messages.ts';
import { hl7Adt } from './hl7-adt.ts';

describe('a morning of an emergency department, framed as it was sent', () => {
  it('tells each wait anew whenever a message changes it', async () => {
    const { rows, passedOver } = await readAs(hl7Adt, await fixture('hl7-adt', 'ok-emergency.hl7'));
    expect(toldBy(rows)).toEqual([
      [1, 'V100', '2026-11-20T08:14:00+02:00', 'waiting', undefined, 'ED'],
      [9, 'V101', '2026-11-20T08:20:00+02:00', 'waiting', undefined, 'ED'],
      [14, 'V101', '2026-11-20T08:20:00+02:00', 'waiting', undefined, 'MINOR'],
      [19, 'V100', '2026-11-20T08:14:00+02:00', '2026-11-20T09:05:00+02:00', undefined, 'ED'],
      [24, 'V101', '2026-11-20T08:20:00+02:00', '2026-11-20T08:59:00+02:00', undefined, 'MINOR'],
      [29, 'V101', '2026-11-20T08:20:00+02:00', 'waiting', undefined, 'MINOR'],
      [39, 'V101', '2026-11-20T08:20:00+02:00', '2026-11-20T09:30:00+02:00', 'left', 'MINOR'],
      [44, 'V101', '2026-11-20T08:20:00+02:00', 'waiting', undefined, 'MINOR'],
      [49, 'V101', '2026-11-20T08:20:00+02:00', '2026-11-20T09:45:00+02:00', undefined, 'MINOR'],
      [54, 'V101', '2026-11-20T08:20:00+02:00', '2026-11-20T09:45:00+02:00', undefined, 'MINOR'],
    ]);
    expect(passedOver).toEqual({
      'messages that were sent twice': 1,
      'messages of other events': 1,
      'messages of tests and trainings': 1,
      'messages that are not ADT': 1,
    });
  });

  it('keeps one key for all messages of a visit, which does not show its number', async () => {
    const { rows } = await readAs(hl7Adt, await fixture('hl7-adt', 'ok-emergency.hl7'));
    const keys = (visit: string) =>
      rows.filter(({ value }) => value.visit === visit).map(({ value }) => value.externalId);
    expect(new Set(keys('V101')).size).toBe(1);
    expect(new Set(rows.map(({ value }) => value.externalId)).size).toBe(2);
    expect(keys('V100')[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(rows.every(({ value }) => value.kind === 'arrival-to-seen')).toBe(true);
  });

  it('drops who the patient is', async () => {
    const { sheets, records } = await readAs(hl7Adt, await fixture('hl7-adt', 'ok-emergency.hl7'));
    const kept = JSON.stringify([sheets, records.map(({ cells, raw }) => [cells, raw])]);
    for (const word of ['Ozolins', 'Ruta', 'Janis', 'Quay', '37060011223', '19710402', 'MRN5501', 'chest', 'triage']) {
      expect([word, kept.includes(word)]).toEqual([word, false]);
    }
  });
});

it('reads batches, lines that end with CRLF, other separators and account numbers', async () => {
  const { rows, passedOver } = await readAs(hl7Adt, await fixture('hl7-adt', 'ok-clinic.hl7'));
  expect(toldBy(rows)).toEqual([
    [3, 'ACC-1', '2026-11-21T07:00:00', 'waiting', undefined, 'EYE'],
    [7, 'ACC-2', '2026-11-21T07:10:00', 'waiting', undefined, 'T%O +'],
    [11, 'ACC-3', '2026-11-21T07:15:00', 'waiting', undefined, 'EYE'],
    [15, 'ACC-3', 'taken back'],
    [19, 'ACC-4', '2026-11-21T07:20:00', 'waiting', undefined, 'EYE'],
    [23, 'ACC-1', '2026-11-21T07:00:00', 'waiting', undefined, 'EYE'],
    [23, 'ACC-4', 'taken back'],
    [28, 'ACC-1', '2026-11-21T07:00:00', '2026-11-21T07:42:00', undefined, 'EYE'],
    [32, 'ACC-2', '2026-11-21T07:10:00', '2026-11-21T08:00:00', 'left', 'T%O +'],
    [36, 'ACC-5', '2026-11-21T08:10:00', 'waiting', undefined, 'EYE'],
    [40, 'ACC-5', 'taken back'],
    [44, 'ACC-6', 'taken back'],
  ]);
  expect(passedOver).toEqual({});
});

it('takes the same number of two authorities for two visits', async () => {
  const { rows } = await readAs(
    hl7Adt,
    fileOf(message({ ...ARRIVAL, visit: '7^^^LAKE' }) + message({ ...ARRIVAL, visit: '7^^^NORTH' })),
  );
  expect(new Set(rows.map(({ value }) => value.externalId)).size).toBe(2);
});

it('takes the facility as a column that people may map', async () => {
  const file = fileOf(message({ ...ARRIVAL, place: 'ED^^^LAKE' }));
  const { rows } = await readAs(hl7Adt, file, { mapping: { columns: { facility: 'site' } } });
  expect(rows[0]?.value).toMatchObject({ site: 'LAKE', department: 'ED' });
});

it('reads the encoding that the first message announces', async () => {
  const announced = message({ ...ARRIVAL, place: 'Augenärzte' }).replace('|P|2.5\r', '|P|2.5||||||8859/1\r');
  const { rows } = await readAs(hl7Adt, fileOf(Buffer.from(announced, 'latin1')));
  expect(rows.map(({ value }) => value.department)).toEqual(['Augenärzte']);
});

describe('messages that are refused', () => {
  it('each for what is wrong with it, and no others', async () => {
    const { rows, passedOver } = await readAs(hl7Adt, await fixture('hl7-adt', 'not-ok-messages.hl7'));
    expect(toldBy(rows)).toEqual([
      [2, 'externalId', 'no-visit'],
      [6, 'startedAt', 'no-time'],
      [10, null, 'no-separators'],
      [12, null, 'broken-segment'],
      [17, 'V3', '2026-11-31T07:05:00', 'waiting', undefined, 'ED'],
      [21, 'V4', '2026-11-21T07:10:00', 'waiting', undefined, 'ED'],
      [25, 'V5', 'taken back'],
      [30, null, 'cut-off'],
    ]);
    expect(passedOver).toEqual({});
    expect(rows.filter(({ problem }) => problem !== undefined).map(({ raw }) => raw)).toEqual(
      ['1', '2', undefined, '3', '7'].map((message) => JSON.stringify({ message })),
    );
  });

  it('one whose segment is a million characters long, but not for a segment that nobody reads', async () => {
    const long = 'x'.repeat(1_100_000);
    const picture = message(ARRIVAL) + `OBX|1|ED|SCAN||${long}\r`;
    const place = message({ ...ARRIVAL, visit: 'V2', place: long });
    const { rows } = await readAs(hl7Adt, fileOf(picture + place + message({ ...ARRIVAL, visit: 'V3' })));
    expect(toldBy(rows).map(([, who, what]) => [who, what])).toEqual([
      ['V1', '2026-11-20T08:15:00'],
      [null, 'too-long'],
      ['V3', '2026-11-20T08:15:00'],
    ]);
  });

  it('a frame that is never closed', async () => {
    const { rows } = await readAs(
      hl7Adt,
      fileOf(`\v${message(ARRIVAL)}\v${message({ ...ARRIVAL, visit: 'V2' })}\x1c\r`),
    );
    expect(rows.map(({ value, problem }) => problem?.code ?? value.visit)).toEqual(['cut-off', 'V2']);
  });
});

describe('files that are refused', () => {
  it.each<[string, string | Buffer, RegExp]>([
    ['a table', 'a,b\n1,2\n', /holds no HL7 v2 messages: each begins with MSH/],
    ['another encoding', Buffer.from(message({ ...ARRIVAL, place: 'Ärzte' }), 'latin1'), /not valid UTF-8.*--encoding/],
    ['NUL', message(ARRIVAL) + '\0', /NUL character/],
  ])('%s', async (_, bytes, words) => {
    await expect(readAs(hl7Adt, fileOf(bytes))).rejects.toThrow(words);
  });
});

it.each(['ok-emergency.hl7', 'ok-clinic.hl7'])('takes no message for whole that was cut: %s', async (name) => {
  const whole = await readFile(join(import.meta.dirname, 'fixtures/hl7-adt', name));
  expect(await halfRowsOfCuts(hl7Adt, whole)).toEqual([]);
});

it('reads the same whatever the pieces', async () => {
  const whole = await readFile(join(import.meta.dirname, 'fixtures/hl7-adt/ok-clinic.hl7'));
  const [one, other] = [await readAs(hl7Adt, fileOf(whole, 'file', 1)), await readAs(hl7Adt, fileOf(whole))];
  expect(one.rows).toEqual(other.rows);
});

describe('is recognised', () => {
  it.each<[string, string, boolean]>([
    ['in a frame', `\v${message(ARRIVAL)}\x1c\r`, true],
    ['behind the headers of a batch', `FHS|^~\\&|X\r\nBHS|^~\\&|X\r\n${message(ARRIVAL)}`, true],
    ['with other separators', 'MSH$%~\\&$PAS$LAKE$$$202611200815$$ADT%A04$1$P$2.3\r', true],
    ['not with results', 'MSH|^~\\&|LAB|LAKE|||202611200815||ORU^R01|1|P|2.5\r', false],
    ['not in prose', 'MSH is the first segment of a message.', false],
  ])('%s', async (_, bytes, recognised) => {
    expect(hl7Adt.recognises(await fileHead(fileOf(bytes)))).toBe(recognised);
  });
});
