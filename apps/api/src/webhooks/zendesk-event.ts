type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const OF_A_TICKET = 'zen:event-type:ticket.';
const GONE = new Set(['soft_deleted', 'permanently_deleted', 'marked_as_spam']);

/**
 * The ticket that an event of Zendesk is about, as an export would write it: `detail` is the ticket, its codes in
 * capitals. What is no event stays as it is.
 */
export function ticketOfEvent(body: unknown): unknown {
  if (!isObject(body) || typeof body.type !== 'string' || !body.type.startsWith(OF_A_TICKET)) return body;
  if (!isObject(body.detail)) return body;
  const { detail, type } = body;
  const happened = type.slice(OF_A_TICKET.length);
  return {
    ...detail,
    status: GONE.has(happened) ? 'deleted' : small(detail.status),
    priority: small(detail.priority),
    type: small(detail.type),
    updated_at: detail.updated_at ?? body.time,
  };
}

const small = (code: unknown): unknown => (typeof code === 'string' ? code.toLowerCase() : code);
