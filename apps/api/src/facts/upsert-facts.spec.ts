import { describe, expect, it } from '@jest/globals';
import type { Transaction } from '../database/database.ts';
import { DEPARTMENT, packedWaits, uuidOfHex } from './fixtures/packed-waits.ts';
import { upsertFacts } from './upsert-facts.ts';
import { WAIT } from './wait.table.ts';

interface Asked {
  name: string;
  values: unknown[];
}

const [A, B, C, D] = ['a', 'b', 'c', 'd'].map(uuidOfHex) as [string, string, string, string];
const COUNTED = {
  sourceId: uuidOfHex('5'),
  arrivedOn: null,
  departmentId: DEPARTMENT,
  day: 0,
  kind: 1,
  channel: 0,
  outcome: 1,
  waitMinutes: 3,
  promisedMinutes: null,
};

/** A server that answers as it is told, tells the wrong command tag of everything, and remembers what it was asked. */
function lyingServer(answers: Record<string, (asked: Asked) => object[]>) {
  const asked: Asked[] = [];
  const query = (statement: string | { name: string; values: unknown[] }) => {
    const { name, values } = typeof statement === 'string' ? { name: statement, values: [] } : statement;
    asked.push({ name, values });
    const rows = answers[name.replace(/-insertNew-.*/, '-insertNew')]?.({ name, values }) ?? [];
    return Promise.resolve({ rows, rowCount: 1_000, command: 'INSERT' });
  };
  const transaction = { client: { query }, scope: { organisationId: uuidOfHex('9'), departmentIds: 'all' }, query };
  return { asked, transaction: transaction as unknown as Transaction };
}

/** The uuids of a binary array. */
function uuidsIn(value: unknown): string[] {
  const array = value as Buffer;
  return Array.from({ length: array.readInt32BE(12) }, (_, nth) =>
    uuidOfHex(array.toString('hex', 24 + nth * 20, 40 + nth * 20)),
  );
}

const duplicate = (): never => {
  throw Object.assign(new Error('duplicate key'), { code: '23505' });
};

describe('what was stored', () => {
  it('is never told from a command tag', async () => {
    const { transaction } = lyingServer({});
    const outcome = await upsertFacts(WAIT).write(transaction, packedWaits([{ id: B }, { id: A }]), {
      expectNew: true,
    });
    expect(outcome).toMatchObject({ accepted: 2, updated: 0, unchanged: 0 });
  });

  it('is looked up where hope failed, and told by what came back', async () => {
    const { transaction, asked } = lyingServer({
      'wait-insertNew': duplicate,
      'wait-insertNewReturning': duplicate,
      'wait-probe': () => [
        { index: 0, absent: true },
        { index: 2, absent: true },
        { index: 3, absent: false },
      ],
      // A rival has stored C in between.
      'wait-insertReturning': () => [{ id: A, ...COUNTED }],
      'wait-lock': () => [
        { index: 0, same: true, ...COUNTED },
        { index: 1, same: false, ...COUNTED },
      ],
      'wait-replace': () => [COUNTED],
    });
    const outcome = await upsertFacts(WAIT).write(transaction, packedWaits([A, B, C, D].map((id) => ({ id }))), {
      expectNew: true,
    });
    expect(outcome).toMatchObject({ accepted: 1, updated: 1, unchanged: 2 });
    expect(outcome.inserted.map(({ id }) => id)).toEqual([A]);
    expect(asked.filter(({ name }) => name.startsWith('rollback'))).toHaveLength(2);
  });
});

describe('locks', () => {
  it('are taken in the order of the ids, new rows before stored ones and cells last', async () => {
    const { transaction, asked } = lyingServer({
      'wait-probe': () => [
        { index: 3, absent: false },
        { index: 1, absent: true },
        { index: 0, absent: true },
        { index: 2, absent: false },
      ],
      'wait-insertNewReturning': () => [COUNTED, COUNTED],
      'wait-lock': () => [
        { index: 1, same: false, ...COUNTED },
        { index: 0, same: false, ...COUNTED },
      ],
      'wait-replace': () => [
        { ...COUNTED, day: 8 },
        { ...COUNTED, day: 9 },
      ],
    });
    await upsertFacts(WAIT).write(transaction, packedWaits([D, B, A, C].map((id) => ({ id }))));
    const writing = asked.filter(({ name }) => name.startsWith('wait-') || name.startsWith('apply-wait'));
    expect(writing.map(({ name }) => name.replace(/-\d+$/, ''))).toEqual([
      'wait-probe',
      'wait-insertNewReturning',
      'wait-lock',
      'wait-replace',
      'apply-wait_cell',
    ]);
    expect(writing.slice(0, 4).map(({ values }) => uuidsIn(values[1]))).toEqual([
      [A, B, C, D],
      [A, B],
      [C, D],
      [C, D],
    ]);
  });
});

describe('erasing', () => {
  it('takes away exactly the rows it has locked, and those only', async () => {
    const { transaction, asked } = lyingServer({ 'wait-lockStored': () => [A, C].map((id) => ({ id, ...COUNTED })) });
    expect(await upsertFacts(WAIT).erase(transaction, [A, B, C])).toBe(2);
    expect(asked.filter(({ name }) => name === 'wait-erase').map(({ values }) => uuidsIn(values[1]))).toEqual([[A, C]]);
  });
});
