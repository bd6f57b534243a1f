import { randomUUID } from 'node:crypto';
import { type StoredEvent } from '../../apps/api/src/audit/audit-event.ts';
import { hashed } from './chain.ts';

type Random = (below: number) => number;

export const TAMPERINGS = ['edit', 'edit-and-hash', 'delete', 'reorder', 'truncate', 'insert'] as const;

const EDITS: readonly ((event: StoredEvent) => Partial<StoredEvent>)[] = [
  () => ({ organisationId: randomUUID() }),
  ({ at }) => ({ at: new Date(Date.parse(at) + 1).toISOString() }),
  ({ actor }) => ({ actor: { ...actor, kind: 'key' } }),
  ({ actor }) => ({ actor: { ...actor, id: null } }),
  ({ actor }) => ({ actor: { ...actor, name: `${actor.name} ` } }),
  ({ actor }) => ({ actor: { ...actor, address: '10.9.9.9' } }),
  () => ({ action: 'settings.changed' }),
  () => ({ subjectKind: 'account' }),
  ({ subject }) => ({ subject: `${subject ?? ''}1` }),
  ({ records }) => ({ records: [...records, randomUUID()] }),
  ({ details }) => ({ details: `${details} ` }),
  () => ({ previousHash: 'f'.repeat(64) }),
  () => ({ hash: 'e'.repeat(64) }),
];

/** A chain to which one thing was done at a random place; `place` is the number of the first event it touches. */
export function tampered(chain: readonly StoredEvent[], random: Random) {
  const what = TAMPERINGS[random(TAMPERINGS.length)];
  const index = random(chain.length - 1);
  const events = [...chain];
  const event = events[index];
  if (event === undefined || what === undefined) throw new Error('there is nothing to tamper with');
  const edit = EDITS[random(EDITS.length)] ?? EDITS[0];
  if (what === 'edit') events[index] = { ...event, ...edit?.(event) };
  if (what === 'edit-and-hash') events[index] = hashed({ ...event, action: 'account.changed' });
  if (what === 'delete') events.splice(index, 1);
  if (what === 'reorder') {
    const other = random(chain.length - 1);
    const swapped = events[other === index ? index + 1 : other] ?? event;
    // Numbers stay where they are, so that nothing but the order of what was done has changed.
    events[index] = { ...swapped, seq: event.seq };
    events[swapped.seq - 1] = { ...event, seq: swapped.seq };
    return { events, place: Math.min(event.seq, swapped.seq), what };
  }
  if (what === 'truncate') events.length = index;
  if (what === 'insert') events.splice(index, 0, hashed({ ...event, action: 'complaint.moved' }));
  return { events, place: event.seq, what };
}

/** A statement that gives one column of one event ($1) another value of its type. */
export function editColumn(name: string, type: string): string {
  const other: Record<string, string> = {
    uuid: 'gen_random_uuid()',
    int8: `${name} + 100000`,
    timestamptz: `${name} + interval '1 microsecond'`,
    text: `coalesce(${name}, '') || 'x'`,
    _uuid: `${name} || gen_random_uuid()`,
    bytea: `set_byte(${name}, 5, (get_byte(${name}, 5) + 1) % 256)`,
  };
  return `update audit_event set ${name} = ${other[type]} where seq = $1`;
}
