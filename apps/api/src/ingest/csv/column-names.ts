/**
 * Names for the columns of a file, each one different, so that a mapping can point at any of them: the second of two
 * equal headers becomes `Comment (2)`, an empty header `column 5`.
 */
export function columnNames(header: readonly string[]): string[] {
  const taken = new Set<string>();
  const nextCopy = new Map<string, number>();
  return header.map((cell, index) => {
    const name = cell.replace(/\s+/g, ' ').trim() || `column ${index + 1}`;
    let unique = name;
    for (let copy = nextCopy.get(name) ?? 2; taken.has(unique); copy += 1) {
      unique = `${name} (${copy})`;
      nextCopy.set(name, copy + 1);
    }
    taken.add(unique);
    return unique;
  });
}
