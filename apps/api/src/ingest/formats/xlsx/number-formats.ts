import type { NumberMeaning } from './serial-date.ts';
import type { XmlListener } from '../xml/bounded-xml.ts';

/** How a cell's number is shown: as a date, a time, or with leading zeros (`0000` shows 42 as 0042). */
export type NumberFormat = NumberMeaning | { digits: number } | undefined;

/** The formats that every spreadsheet program knows by number alone, those of East Asia and Thailand included. */
const BUILT_IN: readonly [from: number, to: number, meaning: NumberMeaning][] = [
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'date'],
  [27, 31, 'date'],
  [32, 33, 'time'],
  [34, 36, 'date'],
  [45, 45, 'time'],
  [47, 47, 'time'],
  [50, 58, 'date'],
  [71, 75, 'date'],
  [76, 77, 'time'],
  [78, 78, 'date'],
  [79, 79, 'time'],
  [81, 81, 'date'],
];

/** More styles than any workbook may have. */
const MOST_STYLES = 65_536;

/** Gathers the formats of a workbook's styles, in the order in which cells count them. */
export class StyleFormats implements XmlListener {
  readonly formats: NumberFormat[] = [];
  private readonly own = new Map<string, string>();
  private inCellStyles = false;

  open(name: string, { numFmtId = '', formatCode = '' }: Readonly<Record<string, string>>): void {
    if (name === 'cellXfs') this.inCellStyles = true;
    else if (name === 'numFmt' && this.own.size < MOST_STYLES) this.own.set(numFmtId, formatCode);
    else if (name === 'xf' && this.inCellStyles && this.formats.length < MOST_STYLES) {
      this.formats.push(this.formatOf(numFmtId));
    }
  }

  close(name: string): void {
    if (name === 'cellXfs') this.inCellStyles = false;
  }

  private formatOf(id: string): NumberFormat {
    const code = this.own.get(id);
    if (code !== undefined) return meaningOf(code);
    const number = Number(id);
    return BUILT_IN.find(([from, to]) => number >= from && number <= to)?.[2];
  }
}

/** What a format of the workbook's own stands for. Lengths of time (`[h]:mm`) stay numbers: they are no time of day. */
export function meaningOf(code: string): NumberFormat {
  const [first = ''] = code.split(';');
  if (/^0+$/.test(first)) return { digits: first.length };
  if (/\[[hms]+\]/i.test(first)) return undefined;
  const letters = first.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|AM\/PM|A\/P|General/gi, '');
  if (/[dyb]/i.test(letters) || /^[^hs]*m[^hs]*$/i.test(letters)) return 'date';
  return /[hs]/i.test(letters) ? 'time' : undefined;
}
