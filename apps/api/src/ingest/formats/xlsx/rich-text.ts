/** A character that the XML of workbooks cannot hold, written as `_x000D_`. */
const WRITTEN_OUT = /_x([\dA-F]{4})_/gi;

/**
 * Gathers the text of a cell from its parts, each of which may look different. What is written above letters to help
 * reading them (`rPh`) is no part of it.
 */
export class RichText {
  private text = '';
  private inPart = false;
  private inHint = false;

  begin(): void {
    this.text = '';
    this.inPart = false;
    this.inHint = false;
  }

  open(name: string): void {
    if (name === 'rPh') this.inHint = true;
    else if (name === 't') this.inPart = !this.inHint;
  }

  /** Returns how many characters were taken. */
  add(text: string): number {
    if (!this.inPart) return 0;
    this.text += text;
    return text.length;
  }

  close(name: string): void {
    if (name === 'rPh') this.inHint = false;
    else if (name === 't') this.inPart = false;
  }

  get whole(): string {
    return cleanText(this.text);
  }
}

/** A text as people wrote it. */
export function cleanText(text: string): string {
  const written = text.includes('_x')
    ? text.replace(WRITTEN_OUT, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
  return written.replaceAll('\r\n', '\n').normalize('NFC');
}
