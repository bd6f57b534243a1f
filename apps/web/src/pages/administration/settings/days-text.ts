/** A number of days as typed: empty is null, for good; undefined for what is no whole number. */
export function daysFrom(text: string): number | null | undefined {
  const plain = text.trim();
  if (plain === '') return null;
  return /^\d{1,6}$/.test(plain) ? Number(plain) : undefined;
}

/** Dates, one a line, in their order, each once. */
export function datesFrom(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((date) => date !== ''))].sort();
}
