import { describe, expect, it } from '@jest/globals';
import { batchesOf } from './batches.ts';

async function* chunksOf(...chunks: string[][]): AsyncGenerator<string[]> {
  yield* chunks;
}

describe('batches', () => {
  it.each([
    [
      'hold so many items',
      [['a', 'b', 'c'], ['d']],
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['end early where items are heavy', [['aaaa', 'b'], ['c']], [['aaaa'], ['b', 'c']]],
    ['hold what is left at the end', [['a'], [], ['b', 'c']], [['a', 'b'], ['c']]],
    ['are none where nothing comes', [[]], []],
  ])('%s', async (_, chunks, batches) => {
    const largest = { items: 2, weight: 4 };
    const given: string[][] = [];
    for await (const batch of batchesOf(chunksOf(...chunks), largest, ({ length }) => length)) given.push(batch);
    expect(given).toEqual(batches);
  });
});
