import type { AuditEventDto } from '#contracts/audit.dto.ts';

interface Words {
  say(key: string, named: Record<string, string | number>): string;
  /** Whether there are words for a key. */
  knows(key: string): boolean;
}

/** Names stand in their own script and direction, whatever the sentence's. */
const isolated = (text: string): string => `\u2068${text}\u2069`;

/** An event as a sentence; an action nobody has put into words yet is told by its name. */
export function eventSentence(event: AuditEventDto, { say, knows }: Words): string {
  const key = `audit.said.${event.action}`;
  return say(knows(key) ? key : 'audit.said.other', {
    actor: isolated(event.actorKind === 'key' ? say('audit.key', { name: event.actorName }) : event.actorName),
    subject: isolated(subjectName(event) ?? say('audit.unnamed', {})),
    action: isolated(event.action),
    n: event.records.length,
  });
}

/** What an event concerned, as short as it can be told; a patient is a hash, of which the beginning will do. */
export function subjectName({ subjectKind, subject, subjectName: name, details }: AuditEventDto): string | null {
  if (subject === null) return changedTogether(details.changes);
  if (subjectKind === 'complaint') return `C-${subject}`;
  return name ?? (subjectKind === 'patient' ? subject.slice(0, 12) : subject);
}

const NAMED = 3;
/** What the organisation's own name and settings go by among changes; there is but one. */
const ORGANISATION = 'self';

/** Of several things changed at once, the first few by their codes. */
function changedTogether(changes: unknown): string | null {
  if (!Array.isArray(changes)) return null;
  const codes = changes.map(({ code }: { code?: unknown }) => String(code)).filter((code) => code !== ORGANISATION);
  return `${codes.slice(0, NAMED).join(', ')}${codes.length > NAMED ? ' …' : ''}`;
}
