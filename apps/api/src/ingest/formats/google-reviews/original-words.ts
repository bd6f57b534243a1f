const ORIGINAL = /^[ \t]*\(Original\)/m;
const TRANSLATED = /^[ \t]*\(Translated by Google\)/m;

/**
 * What somebody wrote, without the translation that Google puts before or behind it:
 * `(Translated by Google) Kind staff … (Original) Malonus personalas`, or the other way round. A text of which only the
 * translation is there stays as it is.
 */
export function originalWords(text: string): string {
  const [beforeOriginal = '', original] = partsAt(text, ORIGINAL);
  if (original !== undefined && TRANSLATED.test(beforeOriginal)) return original.trim();
  const [before = '', translation] = partsAt(text, TRANSLATED);
  if (translation === undefined) return text.trim();
  const behind = partsAt(translation, ORIGINAL)[1];
  return (behind ?? (before.trim() === '' ? translation : before)).replace(ORIGINAL, '').trim();
}

/** What stands before and behind the first mark; the whole text alone where there is none. */
function partsAt(text: string, mark: RegExp): [string, string?] {
  const found = mark.exec(text);
  return found === null ? [text] : [text.slice(0, found.index), text.slice(found.index + found[0].length)];
}
