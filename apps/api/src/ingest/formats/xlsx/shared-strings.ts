import type { XmlListener } from '../xml/bounded-xml.ts';
import { RichText } from './rich-text.ts';

/** As much text as may be held in memory at once, and as many texts. */
const MOST_CHARACTERS = 32 * 1024 * 1024;
const MOST_TEXTS = 2_000_000;

/** The texts of a workbook are more than memory should hold. */
export class TooManyTexts extends Error {
  override readonly name = 'TooManyTexts';
}

/** Gathers the texts that cells point at by number. Throws `TooManyTexts`. */
export class SharedStrings implements XmlListener {
  readonly texts: string[] = [];
  private readonly rich = new RichText();
  private characters = 0;

  open(name: string): void {
    if (name === 'si') this.rich.begin();
    else this.rich.open(name);
  }

  text(text: string): void {
    this.characters += this.rich.add(text);
    if (this.characters > MOST_CHARACTERS) throw new TooManyTexts();
  }

  close(name: string): void {
    if (name !== 'si') return this.rich.close(name);
    if (this.texts.length >= MOST_TEXTS) throw new TooManyTexts();
    this.texts.push(this.rich.whole);
  }
}
