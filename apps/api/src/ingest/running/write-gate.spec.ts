import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { WriteGate } from './write-gate.ts';

describe('a gate', () => {
  it('lets so many in at once, in the order they came, and goes on after a failure', async () => {
    const gate = new WriteGate(2);
    const order: number[] = [];
    let inside = 0;
    let most = 0;
    const works = Array.from({ length: 9 }, (_, index) =>
      gate.pass(async () => {
        order.push(index);
        inside += 1;
        most = Math.max(most, inside);
        await setImmediate();
        inside -= 1;
        if (index % 3 === 0) throw new Error('failed');
        return index;
      }),
    );
    const ends = await Promise.allSettled(works);
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(most).toBe(2);
    expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(3);
    await expect(gate.pass(async () => 'free')).resolves.toBe('free');
  });
});
