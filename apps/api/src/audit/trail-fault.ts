/** The kinds of places at which a trail is found not to be what was written. */
export const FAULTS = [
  'missing',
  'unexpected',
  'unlinked',
  'changed',
  'key-unknown',
  'no-head',
  'head-elsewhere',
  'head-unsigned',
  'head-forged',
  'no-key',
  'cut',
  'unreadable',
] as const;
export type Fault = (typeof FAULTS)[number];

/** The first place at which a trail is broken. */
export interface TrailFault {
  /** The number of the event it was found at. */
  seq: number;
  fault: Fault;
}

const SENTENCES: Record<Fault, string> = {
  missing: 'this event is missing: it was deleted, or others were moved',
  unexpected: 'there is an event here that Bedside did not write here: it was inserted, moved or doubled',
  unlinked: 'this event does not follow the one before it: one of the two was replaced',
  changed: 'what this event says is not what was written',
  'key-unknown':
    'from here on another key signs than before, and what stands before was not signed by a key you know: name the earlier public key with --public-key, or vouch for the place with --vouch if you know why',
  'no-head': 'the trail has events but no head: it was taken away',
  'head-elsewhere': 'the head does not name the last event: events were cut off or added at the end',
  'head-unsigned':
    'the end of the trail is not signed although there is a key: it was written without the key (or nothing has been recorded since the key was given)',
  'head-forged': 'the end of the trail is signed, but not with this key: it was written by somebody without the key',
  'no-key': 'the trail is signed, but there is no key here to check it with: give the public key with --public-key',
  cut: 'an event that was there when the trail was last verified or exported is gone or replaced: the trail was cut or rewritten',
  unreadable: 'this line is not what an export of Bedside holds',
};

/** A fault in a sentence that begins with its place. */
export function faultSentence({ seq, fault }: TrailFault): string {
  return `Event ${seq}: ${SENTENCES[fault]}.`;
}
