import { describe, expect, it } from '@jest/globals';
import { WriteQueue } from './write-queue.ts';

/** A write that ends when it is told to. */
function held() {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return { write: async () => void (await promise), end: () => resolve(undefined) };
}

describe('the write queue', () => {
  it('lets two batches be written at once and makes a third wait', async () => {
    const queue = new WriteQueue(2);
    const [first, second, third] = [held(), held(), held()];
    await queue.push(Float64Array.of(1), first.write);
    await queue.push(Float64Array.of(2), second.write);
    let begun = false;
    const pushed = queue.push(Float64Array.of(3), third.write).then(() => (begun = true));
    await new Promise(setImmediate);
    expect(begun).toBe(false);
    second.end();
    await pushed;
    first.end();
    third.end();
    await queue.drain();
  });

  it('makes a batch wait for an earlier one that holds one of its rows', async () => {
    const queue = new WriteQueue(2);
    const order: string[] = [];
    const first = held();
    await queue.push(Float64Array.of(1, 7), () => first.write().then(() => void order.push('first')));
    const pushed = queue.push(Float64Array.of(2, 7), async () => void order.push('second'));
    await new Promise(setImmediate);
    expect(order).toEqual([]);
    first.end();
    await pushed;
    await queue.drain();
    expect(order).toEqual(['first', 'second']);
  });

  it('passes on what a write failed with', async () => {
    const queue = new WriteQueue(2);
    await queue.push(Float64Array.of(1), () => Promise.reject(new Error('no database')));
    await expect(queue.drain()).rejects.toThrow('no database');
  });
});
