import type { CellDeltas } from '../rollups/cell-deltas.ts';
import { inIdOrder } from './id-order.ts';
import type { PackedFact, PackedFacts } from './packed-facts.ts';

/** Facts of one pack in the order in which every writer takes its locks, each id once: what a statement sends. */
export class SortedFacts {
  private constructor(
    private readonly pack: PackedFacts<never>,
    private readonly given: readonly PackedFact[],
    /** Places in `given`. */
    private readonly order: Uint32Array,
  ) {}

  /** Of an id that is given twice, the last one counts. */
  static of(given: readonly PackedFact[]): SortedFacts {
    const [first] = given;
    if (first === undefined) throw new Error('nothing to write');
    const { pack } = first;
    if (given.every((fact) => fact.pack === pack)) return new SortedFacts(pack, given, inIdOrder(given));
    const together = pack.empty();
    const copies = given.map((fact) => together.copy(fact));
    return new SortedFacts(together, copies, inIdOrder(copies));
  }

  get size(): number {
    return this.order.length;
  }

  /** What they add to the cells if they are new; null where that is not known without counting. */
  get deltas(): CellDeltas | null {
    return this.size === this.pack.size ? this.pack.deltas : null;
  }

  at(place: number): PackedFact {
    return this.given[this.order[place] ?? 0] as PackedFact;
  }

  facts(): PackedFact[] {
    return Array.from(this.order, (place) => this.given[place] as PackedFact);
  }

  /** Those at these places, which are in order. */
  only(places: readonly number[]): SortedFacts {
    if (places.length === this.size) return this;
    return new SortedFacts(
      this.pack,
      this.given,
      Uint32Array.from(places, (place) => this.order[place] ?? 0),
    );
  }

  /** One binary array a column. */
  arrays(): Buffer[] {
    return this.pack.arrays(this.indexes());
  }

  /** The same of the columns that say something; of a small batch all, so that there are few statements. */
  filled(): { columns: string[] | 'all'; arrays: Buffer[] } {
    return this.size < SMALL ? { columns: 'all', arrays: this.arrays() } : this.pack.filledArrays(this.indexes());
  }

  /** Ids and content hashes. */
  keys(): Buffer[] {
    return this.pack.arrays(this.indexes(), KEY_COLUMNS);
  }

  private indexes(): Uint32Array {
    return this.order.map((place) => (this.given[place] as PackedFact).index);
  }
}

const KEY_COLUMNS = 2;
const SMALL = 1_000;
