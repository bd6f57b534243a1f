/**
 * Stretches of bytes to be used again. Memory outside the heap is given back when the collector comes round to it, which
 * is late where there is little else to collect: an import would grow by what it has long sent.
 */
const spare: Buffer[] = [];
/** Lent out: nothing else is taken back, such as a part of the stretch that many small buffers share. */
const lent = new WeakSet<ArrayBufferLike>();
let held = 0;

const SMALLEST = 1 << 16;
/** As much as the batches that are on their way at once. */
const HELD_AT_MOST = 16 << 20;

/** At least so many bytes, holding anything. */
export function bytesFor(size: number): Buffer {
  if (size < SMALLEST) return Buffer.allocUnsafeSlow(size);
  const found = spare.findIndex(({ length }) => length >= size && length <= size * 4);
  const [bytes = Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(size)))] = found < 0 ? [] : spare.splice(found, 1);
  if (found >= 0) held -= bytes.length;
  lent.add(bytes.buffer);
  return bytes;
}

/** Takes back, from whoever reads and writes them no more, bytes or a part of them that stands for the whole. */
export function giveBack(part: unknown): void {
  if (!(part instanceof Buffer) || !lent.delete(part.buffer)) return;
  const bytes = Buffer.from(part.buffer);
  if (held + bytes.length > HELD_AT_MOST) return;
  held += bytes.length;
  spare.push(bytes);
}
