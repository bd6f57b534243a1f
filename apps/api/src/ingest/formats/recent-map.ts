/**
 * A map of so many entries at most. When it is full, the half of them that was longest not asked for is forgotten at
 * once: a queue inside one `Map` would be searched through its deleted entries for each that is to go.
 */
export class RecentMap<Key, Value> {
  private recent = new Map<Key, Value>();
  private former = new Map<Key, Value>();

  constructor(private readonly most: number) {}

  get(key: Key): Value | undefined {
    const value = this.recent.get(key) ?? this.former.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: Key, value: Value): void {
    this.recent.set(key, value);
    if (this.recent.size <= this.most / 2) return;
    this.former = this.recent;
    this.recent = new Map();
  }

  delete(key: Key): void {
    this.recent.delete(key);
    this.former.delete(key);
  }
}
