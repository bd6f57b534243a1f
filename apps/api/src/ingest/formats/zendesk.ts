import { moveSheet, ticketMoves } from './helpdesk/ticket-moves.ts';
import { shortened } from './helpdesk/shortened.ts';
import type { Format, SourceColumn } from './format.ts';
import { cellText, textAt, valueAt } from './json/cell-text.ts';
import { checkColumnCount } from './json/column-limit.ts';
import { jsonHead } from './json/json-layout.ts';
import { type ObjectReader, type ObjectRow, openJson } from './json/object-file.ts';
import { isObject, type JsonObject, type ObjectItem } from './json/object-item.ts';
import { ZENDESK_CHANNELS, ZENDESK_PRIORITIES, ZENDESK_STATUSES } from './zendesk/zendesk-words.ts';

const TICKETS = 'tickets';
const FIELDS = 'ticket_fields';

/** What is taken of a ticket besides its own fields. Everybody's names, numbers and addresses are left where they are. */
const TICKET_COLUMNS: readonly SourceColumn[] = [
  { name: 'id', label: 'Ticket' },
  { name: 'created_at', label: 'Created' },
  { name: 'updated_at', label: 'Last changed' },
  { name: 'subject', label: 'Subject' },
  { name: 'description', label: 'First comment' },
  { name: 'status', label: 'Status' },
  { name: 'priority', label: 'Priority' },
  { name: 'type', label: 'Type' },
  { name: 'via.channel', label: 'Channel' },
  { name: 'tags', label: 'Tags' },
  { name: 'group_id', label: 'Group (number)' },
  { name: 'group.name', label: 'Group' },
  { name: 'brand_id', label: 'Brand (number)' },
  { name: 'ticket_form_id', label: 'Form (number)' },
  { name: 'satisfaction_rating.score', label: 'Satisfaction' },
];

/** The address of a ticket at its beginning, by which one is known that is longer than the look taken at a file. */
const OWN_ADDRESS = /"url"\s*:\s*"https:\/\/[^"/]+\/api\/v2\/tickets\/\d+\.json"/;

/** Tickets of Zendesk Support, from its account export or its API: each is a complaint, and its times are its moves. */
export const zendesk: Format = {
  code: 'zendesk',
  title: 'Zendesk',

  recognises(head) {
    const found = jsonHead(head, [TICKETS, FIELDS]);
    const objects = found?.objects.filter(({ list }) => list !== FIELDS) ?? [];
    if (objects.length === 0) return found !== undefined && OWN_ADDRESS.test(head.text?.slice(0, 4096) ?? '');
    return objects.every(({ value }) => isTicket(value));
  },

  open: (file, options) => openJson(file, options, [TICKETS, FIELDS], zendeskReader(file.name)),
};

function isTicket(value: JsonObject): boolean {
  return 'id' in value && 'created_at' in value && 'requester_id' in value && isObject(value.via);
}

function zendeskReader(fileName: string): ObjectReader {
  const labels = new Map<string, string>();
  const fields = new Map<string, string | undefined>();
  return {
    meet({ list, value }) {
      if (list === FIELDS) labels.set(textAt(value, 'id'), textAt(value, 'title'));
      else for (const { id, title } of customFields(value)) fields.set(id, fields.get(id) ?? title);
      checkColumnCount(Math.max(labels.size, fields.size), fileName);
    },
    sheets: () => [
      {
        name: 'tickets',
        kind: 'complaints',
        columns: [
          ...TICKET_COLUMNS,
          ...[...fields].map(([id, title]) => ({ name: `custom_fields.${id}`, label: labels.get(id) ?? title })),
        ],
        preset: {
          columns: {
            id: 'externalId',
            created_at: 'receivedAt',
            subject: 'title',
            description: 'narrative',
            priority: 'severity',
            'via.channel': 'channel',
          },
          values: { channel: ZENDESK_CHANNELS, severity: ZENDESK_PRIORITIES },
        },
      },
      moveSheet(ZENDESK_STATUSES),
    ],
    rowsOf: ({ list, value }: ObjectItem) => (list === FIELDS ? undefined : rowsOf(value)),
  };
}

function rowsOf(ticket: JsonObject): readonly ObjectRow[] | string {
  const cells = Object.fromEntries(TICKET_COLUMNS.map(({ name }) => [name, textAt(ticket, ...name.split('.'))]));
  if (cells.status === 'deleted') return [{ cells, retracts: true }];
  for (const { id, text } of customFields(ticket)) cells[`custom_fields.${id}`] = text;
  cells.subject = shortened(cells.subject ?? '');
  return [{ cells }, ...ticketMoves(wayOf(ticket), ZENDESK_STATUSES)];
}

/** The way of a ticket from its metrics; one without them tells only when it was last changed, and that it is over. */
function wayOf(ticket: JsonObject) {
  const status = textAt(ticket, 'status');
  const changedAt = textAt(ticket, 'metric_set', 'status_updated_at') || textAt(ticket, 'updated_at');
  const solvedAt = textAt(ticket, 'metric_set', 'solved_at');
  return {
    ticket: textAt(ticket, 'id'),
    status,
    statusAt: changedAt,
    repliedAt: firstReplyAt(ticket),
    solvedAt: solvedAt === '' && status === 'solved' ? changedAt : solvedAt,
    closedAt: status === 'closed' ? changedAt : '',
    reopenedAt: textAt(ticket, 'metric_set', 'status_updated_at'),
  };
}

/** When somebody first replied: the metrics tell it as minutes after the ticket came, an export with comments by those. */
function firstReplyAt(ticket: JsonObject): string {
  const minutes = valueAt(ticket, 'metric_set', 'reply_time_in_minutes', 'calendar');
  const createdAt = Date.parse(textAt(ticket, 'created_at'));
  if (typeof minutes === 'number' && !Number.isNaN(createdAt)) {
    return new Date(createdAt + minutes * 60_000).toISOString();
  }
  const comments = Array.isArray(ticket.comments) ? ticket.comments.filter(isObject) : [];
  const reply = comments.find((comment) => comment.public === true && comment.author_id !== ticket.requester_id);
  return reply === undefined ? '' : textAt(reply, 'created_at');
}

function customFields(ticket: JsonObject): { id: string; title?: string; text: string }[] {
  const fields = Array.isArray(ticket.custom_fields) ? ticket.custom_fields : ticket.fields;
  if (!Array.isArray(fields)) return [];
  return fields.filter(isObject).flatMap(({ id, title, value }) => {
    const name = cellText(id);
    return name === '' ? [] : [{ id: name, title: cellText(title) || undefined, text: cellText(value) }];
  });
}
