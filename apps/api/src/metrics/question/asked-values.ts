const LISTED = 60;
const QUOTED = 60;

/** The values a question may choose from, for a refusal that helps: the first sixty and how many more there are. */
export function listOf(allowed: readonly string[]): string {
  if (allowed.length === 0) return 'there are none yet';
  const first = allowed.slice(0, LISTED).join(', ');
  return allowed.length > LISTED ? `${first} and ${allowed.length - LISTED} more` : first;
}

/** What was asked, cut short, in quotation marks. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return `"${text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text}"`;
}
