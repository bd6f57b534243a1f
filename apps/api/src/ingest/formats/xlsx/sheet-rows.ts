import type { XmlListener } from '../xml/bounded-xml.ts';
import type { NumberFormat } from './number-formats.ts';
import { cleanText, RichText } from './rich-text.ts';
import { serialDate } from './serial-date.ts';

/** One row of a sheet: what its cells show, from the first column on. */
export interface SheetRow {
  /** Its number in the sheet, from 1. */
  number: number;
  cells: string[];
  fault?: 'too-long';
}

/** What cells point at. */
export interface CellSources {
  texts: readonly string[];
  formats: readonly NumberFormat[];
  from1904: boolean;
  /** How many columns the header has, once it is known: of what lies beyond them one cell is kept, to tell that it does. */
  width?: number;
}

/** As many columns as a sheet may have. */
const MOST_COLUMNS = 16_384;
/** More characters than any honest row has. */
const LONGEST_ROW = 1_048_576;

/** Gathers the rows of a sheet as they are read; those that are complete wait in `rows` to be taken. */
export class SheetRows implements XmlListener {
  private rows: SheetRow[] = [];
  private row: SheetRow = { number: 0, cells: [] };
  private length = 0;
  private column = -1;
  private type = '';
  private style = 0;
  private value = '';
  private inValue = false;
  private readonly rich = new RichText();

  constructor(private readonly sources: CellSources) {}

  /** The rows completed since the last time. */
  take(): SheetRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open(name: string, { r: place = '', s = '', t = '' }: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.row = { number: rowNumber(place) ?? this.row.number + 1, cells: [] };
      this.length = 0;
      this.column = -1;
    } else if (name === 'c') {
      this.column = columnOf(place) ?? this.column + 1;
      this.type = t;
      this.style = Number(s);
      this.value = '';
      this.rich.begin();
    } else if (name === 'v') this.inValue = true;
    else this.rich.open(name);
  }

  text(text: string): void {
    if (!this.inValue) this.length += this.rich.add(text);
    else {
      this.value += text;
      this.length += text.length;
    }
    if (this.length > LONGEST_ROW) this.giveUp();
  }

  close(name: string): void {
    if (name === 'c') this.put();
    else if (name === 'row') this.rows.push(this.row);
    else if (name === 'v') this.inValue = false;
    else this.rich.close(name);
  }

  private put(): void {
    const cell = this.cellText();
    if (cell === '' || this.row.fault !== undefined) return;
    if (this.type === 's') this.length += cell.length;
    if (this.column >= MOST_COLUMNS || this.length > LONGEST_ROW) return this.giveUp();
    const { cells } = this.row;
    const column = Math.min(this.column, this.sources.width ?? MOST_COLUMNS);
    while (cells.length < column) cells.push('');
    cells[column] = cell;
  }

  private giveUp(): void {
    this.row = { number: this.row.number, cells: [], fault: 'too-long' };
    this.value = '';
    this.rich.begin();
  }

  private cellText(): string {
    const { value } = this;
    switch (this.type) {
      case 's':
        return this.sources.texts[Number(value)] ?? '';
      case 'inlineStr':
        return this.rich.whole;
      case 'str':
        return cleanText(value);
      case 'b':
        return value === '' ? '' : value === '1' ? 'true' : 'false';
      case 'e':
      case 'd':
        return value.trim();
      default:
        return this.numberText(value.trim());
    }
  }

  private numberText(value: string): string {
    const number = Number(value);
    if (value === '' || Number.isNaN(number)) return value;
    const format = this.sources.formats[this.style];
    // Files keep 4.4 as 4.4000000000000004; the shortest number that reads the same is what was typed.
    const typed = String(number);
    if (format === undefined) return typed;
    if (typeof format === 'object') return /^\d+$/.test(typed) ? typed.padStart(format.digits, '0') : typed;
    return serialDate(number, format, this.sources.from1904) ?? typed;
  }
}

/** Column `AB` of the place `AB12`, from 0. */
function columnOf(place: string): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(place)?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

const rowNumber = (place: string): number | undefined => (/^\d{1,7}$/.test(place) ? Number(place) : undefined);
