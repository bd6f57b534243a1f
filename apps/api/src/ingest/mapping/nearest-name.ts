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

/** Insertions, deletions, replacements and swaps of neighbouring letters that turn one word into the other. */
function editsBetween(one: string, other: string): number {
  const edits = Array.from({ length: one.length + 1 }, (_, i) =>
    Array.from({ length: other.length + 1 }, (_, j) => i + j),
  );
  const at = (i: number, j: number): number => edits[i]?.[j] ?? Infinity;
  for (let i = 1; i <= one.length; i += 1) {
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      const swapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const replaced = at(i - 1, j - 1) + (same ? 0 : 1);
      const best = Math.min(replaced, at(i - 1, j) + 1, at(i, j - 1) + 1, swapped ? at(i - 2, j - 2) + 1 : Infinity);
      (edits[i] as number[])[j] = best;
    }
  }
  return at(one.length, other.length);
}
