import { describe, expect, it } from '@jest/globals';
import type { RowPart } from '../../rows/candidate.ts';
import type { SourceRecord } from '../format.ts';
import { fileOf } from '../fixtures/candidates-of.ts';
import { ADMISSION, ARRIVAL, message, type Said } from '../fixtures/hl7-messages.ts';
import { hl7Adt } from '../hl7-adt.ts';
import { IdKey } from '../id-key.ts';

const idKey = new IdKey();

/** The last word of a file on each visit, with all that it and those that came before it have said. */
async function recordsOf(messages: readonly Said[]): Promise<SourceRecord[]> {
  const opened = await hl7Adt.open(fileOf(messages.map(message).join('')), { idKey });
  const records: SourceRecord[] = [];
  for await (const some of opened.records()) records.push(...some);
  return records;
}

/** The waits that are left when files have come in this order, by visit. */
async function after(files: readonly (readonly Said[])[]): Promise<Record<string, unknown>> {
  const all: RowPart[] = [];
  const waits = new Map<string, unknown>();
  for (const file of files) {
    for (const { inParts, mergedInto } of await recordsOf(file)) {
      if (inParts === undefined) throw new Error('a row of a visit carries what was said of it');
      all.push(...[...inParts.parts.values()].flat());
      const { cells, retracts } = inParts.told([...new Map(all.map((part) => [JSON.stringify(part), part])).values()]);
      const [, key = '', , startedAt, endedAt] = cells;
      if (retracts || mergedInto !== undefined) waits.delete(key);
      else waits.set(key, [startedAt?.slice(11, 16), endedAt?.slice(11, 16)]);
    }
  }
  return [...waits.values()] as unknown as Record<string, unknown>;
}

function orders<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, at) => orders(items.toSpliced(at, 1)).map((others) => [item, ...others]));
}

const leaving: Said = { event: 'A03', at: '202611201000', visit: 'V1', disposition: 'LWBS' };
const cancelled = (event: string, at = '202611201030'): Said => ({ event, at, visit: 'V1' });
const merge: Said = { event: 'A42', at: '202611200830', visit: 'V2', merged: 'MRG|||||V1' };

describe('files of one visit tell the same wait in whatever order they come', () => {
  it.each<[string, Said[][], unknown[]]>([
    ['an arrival, and the admission', [[ARRIVAL], [ADMISSION]], [['08:15', '09:05']]],
    ['an arrival, and leaving', [[ARRIVAL], [leaving]], [['08:15', '10:00']]],
    ['an admission, cancelled by a third file', [[ARRIVAL], [ADMISSION], [cancelled('A11')]], [['08:15', '']]],
    ['leaving, cancelled by a third file', [[ARRIVAL], [leaving], [cancelled('A13')]], [['08:15', '']]],
    ['an arrival that is cancelled', [[ARRIVAL], [cancelled('A11')]], []],
    ['a record that is deleted', [[ARRIVAL, ADMISSION], [cancelled('A23')]], []],
    [
      'a move that is cancelled, and the admission that follows it',
      [[ARRIVAL], [{ ...ADMISSION, event: 'A02', at: '202611200845' }, cancelled('A12', '202611200850')], [ADMISSION]],
      [['08:15', '09:05']],
    ],
    [
      'visits that are merged, whose end the surviving one tells',
      [[ARRIVAL], [merge], [{ ...ADMISSION, visit: 'V2' }]],
      [['08:15', '09:05']],
    ],
    [
      'an end that was told of the visit that was merged',
      [[ARRIVAL, ADMISSION], [{ ...ARRIVAL, visit: 'V2', at: '202611200825' }], [merge]],
      [['08:15', '09:05']],
    ],
  ])('%s', async (_, files, waits) => {
    for (const order of orders(files)) expect(await after(order)).toEqual(waits);
  });
});

it('reads no more twice than once', async () => {
  expect(await after([[ARRIVAL], [ARRIVAL, ADMISSION], [ADMISSION], [ARRIVAL]])).toEqual([['08:15', '09:05']]);
});

it('keeps of a visit nothing by which anybody is known', async () => {
  const parts = (await recordsOf([ARRIVAL, merge])).flatMap(({ inParts }) =>
    [...(inParts?.parts.values() ?? [])].flat(),
  );
  expect(parts.length).toBeGreaterThan(0);
  expect(JSON.stringify(parts)).not.toMatch(/"V[12]"/);
});
