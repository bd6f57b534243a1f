import { headRows } from './delimited/head-rows.ts';
import { wordsOf } from './delimited/plain-words.ts';
import { tableItems } from './delimited/table-items.ts';
import { fileHead } from './file-head.ts';
import type { Format, SourceColumn } from './format.ts';
import { FRESHDESK_PRIORITIES, FRESHDESK_SOURCES, FRESHDESK_STATUSES } from './freshdesk/freshdesk-words.ts';
import { isTicketTable, ticketOf } from './freshdesk/freshdesk-table.ts';
import { shortened } from './helpdesk/shortened.ts';
import { moveSheet, ticketMoves } from './helpdesk/ticket-moves.ts';
import { cellText, textAt } from './json/cell-text.ts';
import { checkColumnCount } from './json/column-limit.ts';
import { jsonHead } from './json/json-layout.ts';
import { openItems, openJson, type ObjectReader, type ObjectRow } from './json/object-file.ts';
import { isObject, type JsonObject } from './json/object-item.ts';

/** Where the API holds tickets: its list is the outermost one, a search answers with results. */
const LISTS = ['tickets', 'results'];

/** What is taken of a ticket besides its own fields. Everybody's names, numbers and addresses are left where they are. */
const TICKET_COLUMNS: readonly SourceColumn[] = [
  { name: 'id', label: 'Ticket ID' },
  { name: 'created_at', label: 'Created time' },
  { name: 'updated_at', label: 'Last update time' },
  { name: 'subject', label: 'Subject' },
  { name: 'description_text', label: 'Description' },
  { name: 'status', label: 'Status' },
  { name: 'priority', label: 'Priority' },
  { name: 'source', label: 'Source' },
  { name: 'type', label: 'Type' },
  { name: 'tags', label: 'Tags' },
  { name: 'group', label: 'Group' },
  { name: 'group_id', label: 'Group (number)' },
  { name: 'product', label: 'Product' },
  { name: 'product_id', label: 'Product (number)' },
];

/** Tickets of Freshdesk, from its API or its table: each is a complaint, and its times are its moves. */
export const freshdesk: Format = {
  code: 'freshdesk',
  title: 'Freshdesk',

  recognises(head) {
    const objects = jsonHead(head, LISTS)?.objects;
    if (objects === undefined) return isTicketTable(headRows(head)[0] ?? []);
    return objects.length > 0 && objects.every(({ value }) => isTicket(value));
  },

  async open(file, options) {
    const head = await fileHead(file, options.encoding);
    if (jsonHead(head) !== undefined)
      return openJson(
        file,
        options,
        LISTS,
        freshdeskReader(file.name, (ticket) => ticket),
      );
    const { items } = await tableItems(file, options);
    return openItems(items, freshdeskReader(file.name, ticketOf));
  },
};

function isTicket({ id, status, source, requester_id: requester, via }: JsonObject): boolean {
  const isNumber = [id, status, source].every((field) => typeof field === 'number');
  return isNumber && requester !== undefined && via === undefined;
}

function freshdeskReader(fileName: string, asTicket: (value: JsonObject) => JsonObject): ObjectReader {
  const custom = new Set<string>();
  return {
    meet({ value }) {
      for (const name of Object.keys(customFields(asTicket(value)))) custom.add(name);
      checkColumnCount(custom.size, fileName);
    },
    sheets: () => [
      {
        name: 'tickets',
        kind: 'complaints',
        columns: [...TICKET_COLUMNS, ...[...custom].map((name) => ({ name: `custom_fields.${name}` }))],
        preset: {
          columns: {
            id: 'externalId',
            created_at: 'receivedAt',
            subject: 'title',
            description_text: 'narrative',
            priority: 'severity',
            source: 'channel',
          },
          values: { channel: FRESHDESK_SOURCES, severity: FRESHDESK_PRIORITIES },
        },
      },
      moveSheet(FRESHDESK_STATUSES),
    ],
    rowsOf: ({ value }) => rowsOf(asTicket(value)),
  };
}

function rowsOf(ticket: JsonObject): readonly ObjectRow[] | string {
  if (ticket.spam === true) return 'spam';
  const cells = Object.fromEntries(TICKET_COLUMNS.map(({ name }) => [name, textAt(ticket, name)]));
  if (ticket.deleted === true) return [{ cells, retracts: true }];
  for (const [name, value] of Object.entries(customFields(ticket))) cells[`custom_fields.${name}`] = cellText(value);
  cells.subject = shortened(cells.subject ?? '');
  cells.description_text ||= wordsOf(textAt(ticket, 'description'));
  return [{ cells }, ...ticketMoves(wayOf(ticket), FRESHDESK_STATUSES)];
}

/** The way of a ticket from its times; an export without them tells only when it was last changed, and that it is over. */
function wayOf(ticket: JsonObject) {
  const status = textAt(ticket, 'status');
  const is = (statuses: readonly string[]): boolean => statuses.includes(status.toLowerCase());
  const changedAt = textAt(ticket, 'stats', 'status_updated_at') || textAt(ticket, 'updated_at');
  const solvedAt = textAt(ticket, 'stats', 'resolved_at');
  const closedAt = textAt(ticket, 'stats', 'closed_at');
  return {
    ticket: textAt(ticket, 'id'),
    status,
    statusAt: textAt(ticket, 'stats', 'status_updated_at'),
    repliedAt: textAt(ticket, 'stats', 'first_responded_at'),
    solvedAt: solvedAt === '' && is(FRESHDESK_STATUSES.solved) ? changedAt : solvedAt,
    closedAt: closedAt === '' && is(FRESHDESK_STATUSES.closed) ? changedAt : closedAt,
    reopenedAt: textAt(ticket, 'stats', 'reopened_at'),
  };
}

const customFields = ({ custom_fields: fields }: JsonObject): JsonObject => (isObject(fields) ? fields : {});
