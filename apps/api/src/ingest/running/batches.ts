/**
 * Joins chunks of any size into batches, each handed out as soon as it holds so many items, or items of so much weight:
 * a few long ones take as much memory as many short ones.
 */
export async function* batchesOf<Item>(
  chunks: AsyncIterable<readonly Item[]>,
  largest: { items: number; weight: number },
  weightOf: (item: Item) => number,
): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  let weight = 0;
  for await (const chunk of chunks) {
    for (const item of chunk) {
      batch.push(item);
      weight += weightOf(item);
      if (batch.length >= largest.items || weight >= largest.weight) {
        yield batch;
        batch = [];
        weight = 0;
      }
    }
  }
  if (batch.length > 0) yield batch;
}
