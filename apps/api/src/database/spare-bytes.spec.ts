import { describe, expect, it } from '@jest/globals';
import { bytesFor, giveBack } from './spare-bytes.ts';

const SIZE = 100_000;

describe('spare bytes', () => {
  it('are used again once they are given back, by a part of them too', () => {
    const first = bytesFor(SIZE);
    giveBack(first.subarray(0, 10));
    expect(bytesFor(SIZE).buffer).toBe(first.buffer);
  });

  it('are never two people’s at once', () => {
    const first = bytesFor(SIZE);
    giveBack(first);
    giveBack(first);
    const [second, third] = [bytesFor(SIZE), bytesFor(SIZE)];
    expect(second.buffer).not.toBe(third.buffer);
  });

  it('are not taken from the stretch that small buffers share, nor from anybody else', () => {
    const small = Buffer.from('small');
    const own = Buffer.allocUnsafeSlow(SIZE);
    giveBack(small);
    giveBack(own);
    const others = [bytesFor(SIZE), bytesFor(SIZE / 2)].map(({ buffer }) => buffer);
    expect(others).not.toContain(small.buffer);
    expect(others).not.toContain(own.buffer);
  });
});
