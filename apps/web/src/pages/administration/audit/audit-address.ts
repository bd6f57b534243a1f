import type { components, operations } from '../../../api/schema.gen.ts';
import { type AddressQuery, valuesIn } from '../../../filters/address.ts';

/** What of the trail is looked for; the end of the span is exclusive, as the API has it. */
export type AuditFilter = Omit<components['schemas']['AuditSearchDto'], 'cursor' | 'limit'>;

/** Whose reading is looked into, and when. */
export type BreachQuestion = operations['Audit_breach']['parameters']['query'];

const KEYS = ['actor', 'action', 'subjectKind', 'subject', 'record', 'from', 'to'] as const;

/** The filters an address names, and the words it does not; what is not there, or cannot be, is left out. */
export function auditFilterOf(query: AddressQuery, words = ''): AuditFilter {
  const given = KEYS.map((key) => [key, valuesIn(query, key)[0]] as const);
  const fitting = Object.fromEntries(given.filter(([key, value]) => value !== undefined && fits(key, value)));
  return words === '' ? fitting : { q: words, ...fitting };
}

/** The shortest address of a search, without its words. */
export function auditQueryOf(filter: AuditFilter): Record<string, string> {
  const given = KEYS.map((key) => [key, filter[key]?.trim() ?? ''] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== ''));
}

/** The question an address of the breach report asks; null until it names whose reading, and a span. */
export function breachQuestionOf(query: AddressQuery): BreachQuestion | null {
  const { actor, from, to } = auditFilterOf(query);
  return actor === undefined || from === undefined || to === undefined ? null : { actor, from, to };
}

function fits(key: (typeof KEYS)[number], value: string): boolean {
  if (key === 'from' || key === 'to') return /^\d{4}-\d{2}-\d{2}$/.test(value);
  if (key === 'actor' || key === 'record') return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
  return true;
}
