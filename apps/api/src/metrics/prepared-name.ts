import { createHash } from 'node:crypto';

/**
 * Names for statements worth preparing. Each connection keeps a prepared statement for as long as it lives, so only the
 * first few hundred different ones get a name; a dashboard needs a few dozen.
 */
const MOST_NAMES = 300;
const names = new Map<string, string>();

/** The name a statement is prepared under; undefined once there are too many. */
export function preparedName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_NAMES) return known;
  const name = `metrics-${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
  names.set(text, name);
  return name;
}
