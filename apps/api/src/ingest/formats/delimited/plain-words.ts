const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
};

/** Tags that can stand within a word, and are no gap between two. */
const WITHIN_WORDS = /<\/?(?:a|b|i|u|em|strong|span|font|sup|sub|small|big|mark)(?:\s[^<>]*)?>/gi;

/** Longer than any question that somebody reads. */
const LONGEST_LABEL = 500;

/** The words of a question as its survey tool keeps it: without tags, style sheets, entities and line breaks. */
export function plainWords(html: string): string {
  return wordsOf(html).slice(0, LONGEST_LABEL).toWellFormed();
}

/** What a text in HTML says, in one line; in time that grows with its length and no faster, whatever its tags. */
export function wordsOf(html: string): string {
  return html
    .split(/<(\/?)(?:style|script)\b[^<>]*>/i)
    .filter((_, index, parts) => index % 2 === 0 && (index === 0 || parts[index - 1] === '/'))
    .join(' ')
    .replace(WITHIN_WORDS, '')
    .replace(/<\/?[a-z!][^<>]*>/gi, ' ')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (entity, decimal, hex, name) =>
      characterOf(entity, decimal as string | undefined, hex as string | undefined, name as string | undefined),
    )
    .replace(/\s+/g, ' ')
    .trim();
}

function characterOf(entity: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? entity;
  const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
  return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}
