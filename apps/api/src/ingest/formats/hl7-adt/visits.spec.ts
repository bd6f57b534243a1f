import { describe, expect, it } from '@jest/globals';
import { fileOf, readAs } from '../fixtures/candidates-of.ts';
import { ADMISSION, ARRIVAL, message, type Said, toldBy } from '../fixtures/hl7-messages.ts';
import { hl7Adt } from '../hl7-adt.ts';

const read = async (...messages: readonly Said[]) => readAs(hl7Adt, fileOf(messages.map(message).join('')));
const told = async (...messages: readonly Said[]) => toldBy((await read(...messages)).rows);

describe('when it happened', () => {
  it.each<[string, Partial<Said>, string]>([
    ['as the event says', { happened: '20261120081200', registered: '202611200811' }, '2026-11-20T08:12:00'],
    ['else as the registration says', { registered: '202611200811' }, '2026-11-20T08:11:00'],
    ['else when it was recorded', { recorded: '20261120081600.5' }, '2026-11-20T08:16:00.5'],
    ['else when the message was made', { recorded: '' }, '2026-11-20T08:15:00'],
    ['with its own offset', { happened: '202611200812-0330' }, '2026-11-20T08:12:00-03:30'],
    ['with that of the message', { at: '202611200815+0700', happened: '202611200812' }, '2026-11-20T08:12:00+07:00'],
    ['not as a day alone', { happened: '20261120' }, '2026-11-20T08:15:00'],
  ])('%s', async (_, said, startedAt) => {
    expect((await read({ ...ARRIVAL, ...said })).rows.map(({ value }) => value.startedAt)).toEqual([startedAt]);
  });
});

describe('what cancels and corrects', () => {
  const arrived = [1, 'V1', '2026-11-20T08:15:00', 'waiting', undefined, 'ED'];
  const seen = [5, 'V1', '2026-11-20T08:15:00', '2026-11-20T09:05:00', undefined, 'ED'];

  it.each<[string, Said[], unknown[][]]>([
    ['an arrival that was cancelled', [{ ...ARRIVAL, event: 'A11' }], [arrived, [5, 'V1', 'taken back']]],
    [
      'an admission that was cancelled, not the arrival',
      [ADMISSION, { ...ADMISSION, event: 'A11', at: '202611200930' }],
      [arrived, seen, [9, ...arrived.slice(1)]],
    ],
    [
      'a transfer that was cancelled, not the one before',
      [
        { ...ADMISSION, event: 'A02', at: '202611200905' },
        { ...ADMISSION, event: 'A02', at: '202611201000' },
        { ...ADMISSION, event: 'A12', at: '202611201005' },
      ],
      [arrived, seen, [9, ...seen.slice(1)], [13, ...seen.slice(1)]],
    ],
    ['a record that was deleted', [{ ...ARRIVAL, event: 'A23' }], [arrived, [5, 'V1', 'taken back']]],
    [
      'an arrival told again at another time',
      [{ ...ARRIVAL, happened: '202611200800' }],
      [arrived, [5, 'V1', '2026-11-20T08:00:00', 'waiting', undefined, 'ED']],
    ],
    [
      'a move before the arrival',
      [{ ...ADMISSION, event: 'A02', at: '202611200700' }],
      [arrived, [5, ...arrived.slice(1)]],
    ],
    ['an update after the patient was seen', [ADMISSION, { ...ADMISSION, event: 'A08' }], [arrived, seen]],
  ])('%s', async (_, messages, rows) => {
    expect(await told(ARRIVAL, ...messages)).toEqual(rows);
  });

  it('counts from the arrival though the admission comes first in the file', async () => {
    expect(await told(ADMISSION, ARRIVAL)).toEqual([[1, 'V1', 'taken back'], seen]);
  });
});

describe('an arrival that is not in the file', () => {
  const whole = { ...ADMISSION, happened: '202611200905', registered: '202611200815', from: 'ED' };
  const none = [[1, 'V1', 'taken back']];

  it.each<[string, Said, unknown[][]]>([
    [
      'is told by an admission that says all',
      whole,
      [[1, 'V1', '2026-11-20T08:15:00', '2026-11-20T09:05:00', undefined, 'ED']],
    ],
    ['not by one that comes from nowhere', { ...whole, from: '' }, none],
    ['not by one that only says when it was recorded', { ...whole, happened: '' }, none],
    ['not by a transfer', { ...whole, event: 'A02' }, none],
    [
      'is told by somebody who leaves',
      { ...ARRIVAL, event: 'A03', at: '202611201000', registered: '202611200815', disposition: 'lwbs' },
      [[1, 'V1', '2026-11-20T08:15:00', '2026-11-20T10:00:00', 'left', 'ED']],
    ],
  ])('%s', async (_, said, rows) => {
    expect(await told(said)).toEqual(rows);
  });
});

describe('merges', () => {
  it('let the later visit take the place of the earlier, with the earlier arrival', async () => {
    const merge = { event: 'A42', at: '202611200830', visit: 'V2', merged: 'MRG|||||V1' };
    expect(await told(ARRIVAL, { ...ARRIVAL, visit: 'V2', at: '202611200825' }, merge)).toEqual([
      [1, 'V1', '2026-11-20T08:15:00', 'waiting', undefined, 'ED'],
      [5, 'V2', '2026-11-20T08:25:00', 'waiting', undefined, 'ED'],
      [9, 'V2', '2026-11-20T08:15:00', 'waiting', undefined, 'ED'],
      [9, 'V1', 'taken back'],
    ]);
  });

  it('of patients say which number takes the place of which, each of the authority that gave it', async () => {
    const merged = 'MRG|MRN7^^^LAKE^MR~N-2^^^STATE^NI~X^^^OTHER';
    const patient = 'N-1^^^STATE^NI~MRN8^^^LAKE^MR';
    const { rows } = await read({ event: 'A40', at: '202611200830', merged, patient });
    expect(rows.map(({ value, retracts, mergedInto }) => [value.visit, mergedInto?.visit, retracts])).toEqual([
      ['MRN7', 'MRN8', true],
      ['N-2', 'N-1', true],
    ]);
  });

  it('of patients that name but one number are passed over', async () => {
    const same = { event: 'A40', at: '202611200830', merged: 'MRG|MRN7', patient: 'MRN7' };
    for (const said of [same, { ...same, patient: '' }, { ...same, merged: undefined }]) {
      const { rows, passedOver } = await read(said);
      expect(rows).toEqual([]);
      expect(passedOver).toEqual({ 'merges that do not tell of which visit or patient': 1 });
    }
  });
});
