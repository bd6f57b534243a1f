import { describe, expect, it } from '@jest/globals';
import { inIdOrder } from './id-order.ts';
import { packedWaits, uuidOfHex } from './fixtures/packed-waits.ts';

describe('the order of a batch', () => {
  it('is that of the bytes of the ids, also where they begin alike', () => {
    const ids = ['f', '0', 'a0', 'a00000000000f', 'a00000000000e', '7', 'a1'].map(uuidOfHex);
    const facts = packedWaits(ids.map((id) => ({ id })));
    const order = Array.from(inIdOrder(facts), (place) => ids[place]);
    expect(order).toEqual([...ids].sort());
  });

  it('holds of an id that comes again the last one', () => {
    const ids = ['b', 'a', 'b', 'c', 'a', 'b'].map(uuidOfHex);
    expect([...inIdOrder(packedWaits(ids.map((id) => ({ id }))))]).toEqual([4, 5, 3]);
  });

  it('is the same for as many as a batch can hold', () => {
    const ids = Array.from({ length: 50_000 }, (_, nth) =>
      uuidOfHex(((nth * 2_654_435_761) % 2 ** 32).toString(16).padStart(8, '0')),
    );
    const facts = packedWaits(ids.map((id) => ({ id })));
    expect(Array.from(inIdOrder(facts), (place) => ids[place])).toEqual([...new Set(ids)].sort());
  });
});
