import type { PackedFact } from './packed-facts.ts';

/**
 * The places of facts of one pack in the order in which every writer takes its locks: by the bytes of their ids, of each
 * id the last one only.
 */
export function inIdOrder(facts: readonly PackedFact[]): Uint32Array {
  const count = facts.length;
  const width = 2 ** Math.ceil(Math.log2(Math.max(count, 2)));
  // As much of the id as fits beside a place into the 53 bits of a number.
  const cut = Math.max(1, (width * TWO_TO_48) / TWO_TO_53);
  const keys = new Float64Array(count);
  for (let place = 0; place < count; place += 1) {
    const { pack, index } = facts[place] as PackedFact;
    keys[place] = Math.floor(pack.prefixOf(index) / cut) * width + place;
  }
  keys.sort();
  const order = new Uint32Array(count);
  let end = 0;
  let alikeFrom = 0;
  let prefix = -1;
  for (let nth = 0; nth < count; nth += 1) {
    const key = keys[nth] ?? 0;
    const place = key % width;
    const own = (key - place) / width;
    if (own !== prefix) alikeFrom = end;
    prefix = own;
    let at = end;
    let isKnown = false;
    while (at > alikeFrom && !isKnown) {
      const comparison = compared(facts, order[at - 1] ?? 0, place);
      if (comparison < 0) break;
      isKnown = comparison === 0;
      at -= 1;
    }
    if (!isKnown) {
      if (at < end) order.copyWithin(at + 1, at, end);
      end += 1;
    }
    order[at] = place;
  }
  return order.subarray(0, end);
}

const TWO_TO_48 = 2 ** 48;
const TWO_TO_53 = 2 ** 53;

function compared(facts: readonly PackedFact[], one: number, other: number): number {
  const { pack, index } = facts[one] as PackedFact;
  return pack.compare(index, (facts[other] as PackedFact).index);
}
