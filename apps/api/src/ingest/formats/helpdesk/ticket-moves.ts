import type { Sheet } from '../format.ts';
import type { ObjectRow } from '../json/object-file.ts';

/** What a helpdesk tells of one ticket's way: instants as ISO texts, '' where it does not say. */
export interface TicketWay {
  ticket: string;
  /** Its status now, in the helpdesk's word or number. */
  status: string;
  repliedAt: string;
  solvedAt: string;
  closedAt: string;
  reopenedAt: string;
}

/** The helpdesk's own words for what can be told from its times. */
export interface StatusWords {
  replied: string;
  solved: string;
  closed: string;
  /** Statuses in which somebody still works on it. */
  working: readonly string[];
}

/** The sheet of moves beside that of the tickets, by which status of the helpdesk is which stage. */
export function moveSheet(stages: Readonly<Record<string, string>>): Sheet {
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
 * answered by that; one closed without having been solved was solved by that. Each move has a name that stays the same
 * from one export to the next.
 */
export function ticketMoves(way: TicketWay, words: StatusWords): ObjectRow[] {
  const { ticket, status } = way;
  const solvedAt = earliest(way.solvedAt, way.closedAt);
  const repliedAt = earliest(way.repliedAt, solvedAt);
  const isWorking = words.working.includes(status);
  const rows: ObjectRow[] = [];
  const move = (name: string, at: string, to: string): void => {
    if (at !== '') rows.push({ sheet: 1, cells: { move: `${ticket} ${name}`, ticket, at, status: to } });
  };
  move('replied', repliedAt, words.replied);
  if (isWorking && solvedAt === '') move('working', repliedAt, status);
  move(`solved ${solvedAt}`, solvedAt, words.solved);
  move(`closed ${way.closedAt}`, way.closedAt, words.closed);
  if (isWorking && solvedAt !== '') move(`reopened ${way.reopenedAt}`, way.reopenedAt, status);
  return rows;
}

/** The earlier of two instants, either of which may be missing. */
function earliest(one: string, other: string): string {
  if (one === '' || other === '') return one || other;
  return Date.parse(other) < Date.parse(one) ? other : one;
}
