import type { AuditEntry } from './audit-event.ts';

/** A text as the database gives it back: what it cannot keep would make an event differ from its own hash. */
export function plainText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}

/** An entry whose texts can be kept as they are. */
export function plainEntry({ subject, ...entry }: AuditEntry): AuditEntry {
  return {
    ...entry,
    ...(subject && { subject: { kind: subject.kind, id: plainText(subject.id) } }),
  };
}
