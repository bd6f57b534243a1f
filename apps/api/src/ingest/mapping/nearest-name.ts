/** The name that a mistyped one most likely stands for; undefined when none is near. */
export function nearestName(typed: string, names: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(typed.length / 3));
  let nearest: { name: string; edits: number } | undefined;
  for (const name of names) {
    const edits = editsBetween(plainName(typed), plainName(name));
    if (edits <= limit && edits < (nearest?.edits ?? Infinity)) nearest = { name, edits };
  }
  return nearest?.name;
}

/** `There is no field recievedAt; did you mean receivedAt? Fields: …` */
export function noSuchName(what: string, typed: string, names: readonly string[]): string {
  const nearest = nearestName(typed, names);
  const hint = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
  return `There is no ${what} ${typed}.${hint} Allowed: ${names.join(', ')}.`;
}

/** A name without case, spaces, hyphens, underscores or dots: `Responded at` and `responded_at` are one. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Insertions, deletions and replacements of one letter that turn one word into the other. */
function editsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
