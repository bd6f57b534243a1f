/** The marks that divide a message, which each message announces itself. */
export interface Separators {
  field: string;
  component: string;
  repetition: string;
  escape: string;
  subcomponent: string;
}

/** The marks that the first segment of a message announces; undefined where it announces none that can be told apart. */
export function separatorsOf(header: string): Separators | undefined {
  const field = header[3] ?? '';
  const end = header.indexOf(field, 4);
  const [component, repetition, escape = '', subcomponent = '', truncation = '', ...more] = header.slice(
    4,
    Math.max(end, 4),
  );
  if (component === undefined || repetition === undefined || more.length > 0) return undefined;
  const marks = [field, component, repetition, escape, subcomponent, truncation].filter((mark) => mark !== '');
  const apart = new Set(marks).size === marks.length && !marks.some((mark) => /[\p{L}\p{N}\s]/u.test(mark));
  return apart ? { field, component, repetition, escape, subcomponent } : undefined;
}

/** A segment that can be asked for its parts by the numbers that the standard gives them. */
export class SegmentParts {
  private readonly fields: readonly string[];

  constructor(
    text: string,
    private readonly marks: Separators,
  ) {
    const fields = text.split(marks.field);
    // The first field of a header is the mark behind its name.
    this.fields = text.startsWith('MSH') ? ['MSH', marks.field, ...fields.slice(1)] : fields;
  }

  /** A component of a field, of its first repetition if not said otherwise; '' where it says nothing. */
  text(field: number, component = 1, subcomponent = 1, nth = 1): string {
    const whole = this.fields[field] ?? '';
    if (whole === '') return '';
    const { repetition, component: between, subcomponent: within } = this.marks;
    const part = partOf(partOf(whole, repetition, nth), between, component);
    const text = partOf(part, within, subcomponent);
    return text === '""' ? '' : this.unescaped(text).trim();
  }

  private unescaped(text: string): string {
    const { escape, field, component, repetition, subcomponent } = this.marks;
    if (escape === '' || !text.includes(escape)) return text;
    const meanings: Record<string, string> = { F: field, S: component, R: repetition, T: subcomponent, E: escape };
    // Text between two escape marks stands at every odd place; one that is never closed is left as it is.
    const parts = text.split(escape);
    if (parts.length % 2 === 0) return text;
    return parts.map((part, at) => (at % 2 === 0 ? part : (meanings[part] ?? ofCode(part)))).join('');
  }
}

/** The nth of the parts that a mark divides, '' where there are fewer. */
function partOf(text: string, mark: string, nth: number): string {
  if (mark === '' || !text.includes(mark)) return nth === 1 ? text : '';
  return text.split(mark, nth)[nth - 1] ?? '';
}

/** What stands for characters by their codes, and nothing for the marks that only say how a text looks. */
function ofCode(code: string): string {
  const bytes = /^X((?:[0-9A-Fa-f]{2})+)$/.exec(code)?.[1];
  return bytes === undefined ? '' : Buffer.from(bytes, 'hex').toString('utf8');
}
