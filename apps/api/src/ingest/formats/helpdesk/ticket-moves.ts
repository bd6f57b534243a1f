import type { Sheet } from '../format.ts';
import type { ObjectRow } from '../json/object-file.ts';

/** What a helpdesk tells of one ticket's way: times as it writes them, '' where it does not say. */
export interface TicketWay {
  ticket: string;
  /** Its status now, in the helpdesk's word or number. */
  status: string;
  /** When it came to that status. */
  statusAt: string;
  repliedAt: string;
  solvedAt: string;
  closedAt: string;
  reopenedAt: string;
}

/** The helpdesk's own words for statuses, as its exports write them. */
export interface StatusWords {
  fresh: readonly string[];
  /** Somebody works on it. */
  working: readonly string[];
  solved: readonly string[];
  closed: readonly string[];
}

/** Words for what no status says but times do. */
export const REPLIED = 'first reply';
export const REOPENED = 'reopened';

/** The sheet of moves beside that of the tickets, by which status of the helpdesk is which stage. */
export function moveSheet(words: StatusWords): Sheet {
  const all = (statuses: readonly string[], stage: string): [string, string][] =>
    statuses.map((status) => [status, stage]);
  const stages = Object.fromEntries([
    [REPLIED, 'acknowledged'],
    [REOPENED, 'reopened'],
    ...all(words.fresh, 'received'),
    ...all(words.working, 'investigating'),
    ...all(words.solved, 'resolved'),
    ...all(words.closed, 'closed'),
  ]) as Record<string, string>;
  return {
    name: 'moves',
    kind: 'complaint-events',
    columns: [
      { name: 'move', label: 'Ticket and what happened to it' },
      { name: 'ticket', label: 'Ticket' },
      { name: 'at', label: 'When it happened' },
      { name: 'status', label: 'Status it moved to' },
    ],
    preset: {
      columns: { move: 'externalId', ticket: 'complaint', at: 'happenedAt', status: 'stage' },
      values: { stage: stages },
    },
  };
}

/**
 * The moves of a ticket in the order in which a complaint goes. A ticket solved or closed without a reply of its own was
 * answered by that; one closed without having been solved was solved by that. A status that the helpdesk's owner made
 * is told as it is, for the mapping to say what it means. Each move has a name that stays the same from one export to
 * the next.
 */
export function ticketMoves(way: TicketWay, words: StatusWords): ObjectRow[] {
  const { ticket, closedAt, reopenedAt } = way;
  const status = way.status.toLowerCase();
  const is = (statuses: readonly string[]): boolean => statuses.includes(status);
  const solvedAt = earliest(way.solvedAt, closedAt);
  const repliedAt = earliest(way.repliedAt, solvedAt);
  const rows: ObjectRow[] = [];
  const move = (name: string, at: string, to: string): void => {
    if (at !== '') rows.push({ sheet: 1, cells: { move: `${ticket} ${name}`, ticket, at, status: to } });
  };
  move('replied', repliedAt, REPLIED);
  move(`solved ${solvedAt}`, solvedAt, words.solved[0] ?? '');
  move(`closed ${closedAt}`, closedAt, words.closed[0] ?? '');
  if (is(words.working)) {
    if (closedAt !== '') move(`reopened ${reopenedAt}`, reopenedAt, REOPENED);
    else if (solvedAt !== '') move(`reopened ${reopenedAt}`, reopenedAt, way.status);
    else move('working', repliedAt, way.status);
  } else if (!is([...words.fresh, ...words.solved, ...words.closed])) {
    move(`${way.status} ${way.statusAt}`, way.statusAt, way.status);
  }
  return rows;
}

/** The earlier of two times, either of which may be missing. */
function earliest(one: string, other: string): string {
  if (one === '' || other === '') return one || other;
  return position(other) < position(one) ? other : one;
}

/** Times without an offset are compared with each other only, so that any will do for them. */
function position(time: string): number {
  return Date.parse(/(?:z|[+-]\d\d:?\d\d)$/i.test(time) ? time : `${time.replace(' ', 'T')}Z`);
}
