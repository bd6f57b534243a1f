import { BEFORE_THE_FIRST, type ChainPlace, type StoredEvent, hashOf, headText } from './audit-event.ts';
import { KEY_BEGAN, type KeyBegan } from './key-began.ts';
import { signedWith } from './public-key.ts';
import type { TrailFault } from './trail-fault.ts';

/** What a verifier knows beside the trail itself. */
export interface Known {
  /** The public key that signs the trail now; null where none does, or none is known. */
  publicKey: string | null;
  /** Public keys that signed earlier. */
  earlierKeys: readonly string[];
  /** Events at which the key changed, and somebody knows why; `told` to go on from any, and only tell where they are. */
  vouched: readonly number[] | 'told';
}

/** Walks a chain event by event and stops at the first that is not what was written. */
export class TrailCheck {
  private place: ChainPlace;
  private taken = 0;
  private readonly strange: number[] = [];

  constructor(
    private readonly known: Known,
    after: ChainPlace = BEFORE_THE_FIRST,
  ) {
    this.place = after;
  }

  /** Where the events taken so far end. */
  get end(): ChainPlace {
    return this.place;
  }

  get count(): number {
    return this.taken;
  }

  /** Events at which a key took over from one that nobody knows, or from none. */
  get keyChanges(): readonly number[] {
    return this.strange;
  }

  /** Takes the next event; tells what is wrong with it. */
  take(event: StoredEvent): TrailFault | null {
    const { seq, hash } = this.place;
    if (event.seq > seq + 1) return { seq: seq + 1, fault: 'missing' };
    if (event.seq !== seq + 1) return { seq: event.seq, fault: 'unexpected' };
    if (event.previousHash !== hash) return { seq: event.seq, fault: 'unlinked' };
    if (hashOf(event) !== event.hash) return { seq: event.seq, fault: 'changed' };
    if (event.action === KEY_BEGAN && !this.followsKnownKey(event)) return { seq: event.seq, fault: 'key-unknown' };
    this.place = { seq: event.seq, hash: event.hash };
    this.taken += 1;
    return null;
  }

  /** A key may begin with the trail; later, only after a head that a known key signed. */
  private followsKnownKey({ organisationId, seq, details }: StoredEvent): boolean {
    const { publicKey, earlierKeys, vouched } = this.known;
    if (seq === 1 || (vouched !== 'told' && vouched.includes(seq))) return true;
    const { signature } = JSON.parse(details) as KeyBegan;
    const text = headText(organisationId, this.place);
    const keys = publicKey === null ? earlierKeys : [publicKey, ...earlierKeys];
    const known = signature !== null && keys.some((key) => signedWith(key, text, Buffer.from(signature, 'base64')));
    if (!known) this.strange.push(seq);
    return known || vouched === 'told';
  }
}
