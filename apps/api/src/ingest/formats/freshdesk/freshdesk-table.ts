import { plainName } from '../../mapping/nearest-name.ts';
import { namesAPerson } from '../delimited/names-a-person.ts';
import type { JsonObject } from '../json/object-item.ts';

/** What a table calls the fields of a ticket, as `plainName` spells it, and what the API calls them. */
const TICKET_FIELDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['ticketid', ['id']],
  ['subject', ['subject']],
  ['description', ['description_text']],
  ['status', ['status']],
  ['priority', ['priority']],
  ['source', ['source']],
  ['type', ['type']],
  ['group', ['group']],
  ['product', ['product']],
  ['tags', ['tags']],
  ['createdtime', ['created_at']],
  ['lastupdatetime', ['updated_at']],
  ['initialresponsetime', ['stats', 'first_responded_at']],
  ['resolvedtime', ['stats', 'resolved_at']],
  ['closedtime', ['stats', 'closed_at']],
]);

/** Columns that tell of the one who asked, or of the one who answered. */
const ABOUT_PEOPLE: ReadonlySet<string> = new Set(
  [
    'Agent',
    'Requester',
    'Requester ID',
    'Contact',
    'Contact ID',
    'Title',
    'Work phone',
    'Twitter ID',
    'Facebook ID',
    'Unique external ID',
    'Company',
    'Company name',
    'Company domains',
    'Address',
    'Time zone',
    'Language',
  ].map(plainName),
);

/** True for the column names of a table of tickets. */
export function isTicketTable(names: readonly string[]): boolean {
  const plain = new Set(names.map(plainName));
  return ['ticketid', 'subject', 'status', 'source', 'createdtime'].every((name) => plain.has(name));
}

/** A row of a table as the API would tell it; columns that owners of the helpdesk added are its custom fields. */
export function ticketOf(row: JsonObject): JsonObject {
  const ticket: JsonObject = {};
  const stats: JsonObject = {};
  const custom: JsonObject = {};
  for (const [column, text] of Object.entries(row)) {
    const [first, second] = TICKET_FIELDS.get(plainName(column)) ?? [];
    if (second !== undefined) stats[second] = text;
    else if (first !== undefined) ticket[first] = text;
    else if (!ABOUT_PEOPLE.has(plainName(column)) && !namesAPerson(column)) custom[column] = text;
  }
  return { ...ticket, stats, custom_fields: custom };
}
