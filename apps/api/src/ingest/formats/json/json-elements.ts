import { ValueCapture } from './value-capture.ts';

/** One value of a document as it stands in it. */
export interface JsonElement {
  /** Which list it stood in: its name, or '' for the elements of the outermost list and for values that stand alone. */
  list: string;
  /** Its text; '' where a fault kept it from being held. */
  text: string;
  fault?: 'too-long' | 'too-deep';
}

/** A document that is not put together as JSON is. */
export class BrokenJson extends Error {
  override readonly name = 'BrokenJson';
}

type Expected = 'document' | 'element' | 'name' | 'colon' | 'value' | 'separator';

/**
 * Cuts JSON that arrives in pieces into the elements of its lists, without ever holding more than one of them: those of
 * an outermost list, and those of the lists that an outermost object holds under given names (`{"tickets": […]}`). An
 * outermost object without such a list is one element itself. Several documents may follow each other. What an element
 * says is left to `JSON.parse`; here only its end is found, so that one that is too long or too deep costs itself alone.
 */
export class JsonElements {
  private expected: Expected = 'document';
  private within: 'list' | 'object' | undefined;
  private mayEnd = false;
  private list = '';
  private name = '';
  private members: MemberTexts | undefined;
  private capture: ValueCapture | undefined;
  private found: JsonElement[] = [];

  constructor(private readonly lists: readonly string[]) {}

  /** The elements that this piece completes. Throws `BrokenJson`. */
  push(piece: string): JsonElement[] {
    this.found = [];
    let at = 0;
    while (at < piece.length) {
      if (this.capture !== undefined) at = this.captured(this.capture, piece, at);
      else if (isSpace(piece.charCodeAt(at))) at += 1;
      else at = this.step(piece, at);
    }
    return this.found;
  }

  /** Throws `BrokenJson` for a text that ends in the middle. */
  end(): void {
    if (this.capture !== undefined || this.expected !== 'document') throw new BrokenJson('cut off');
  }

  private captured(capture: ValueCapture, piece: string, from: number): number {
    const at = capture.feed(piece, from);
    if (!capture.complete) return at;
    this.capture = undefined;
    if (this.expected === 'name') {
      this.name = capture.text;
      this.expected = 'colon';
      return at;
    }
    if (this.within === 'object') this.members?.add(this.name, capture);
    else this.found.push({ list: this.list, ...told(capture) });
    this.expected = 'separator';
    return at;
  }

  private step(piece: string, at: number): number {
    const mark = piece[at];
    switch (this.expected) {
      case 'document':
        if (mark !== '[' && mark !== '{') throw new BrokenJson('no list and no object');
        this.enter(mark === '[' ? 'list' : 'object', '');
        return at + 1;
      case 'colon':
        if (mark !== ':') throw new BrokenJson('no colon');
        this.expected = 'value';
        return at + 1;
      case 'separator':
        if (mark === ',') {
          this.expected = this.within === 'list' ? 'element' : 'name';
          this.mayEnd = false;
          return at + 1;
        }
        this.leave(mark);
        return at + 1;
      case 'value':
        if (mark === '[' && this.isList()) {
          this.members = undefined;
          this.enter('list', JSON.parse(this.name) as string);
          return at + 1;
        }
        break;
      case 'element':
      case 'name':
        if (this.mayEnd && (mark === ']' || mark === '}')) {
          this.leave(mark);
          return at + 1;
        }
        if (this.expected === 'name' && mark !== '"') throw new BrokenJson('no name');
    }
    if (mark === ',' || mark === ':' || mark === ']' || mark === '}') throw new BrokenJson('no value');
    this.capture = new ValueCapture();
    return at;
  }

  private enter(what: 'list' | 'object', list: string): void {
    if (what === 'object') this.members = new MemberTexts();
    this.within = what;
    this.list = list;
    this.expected = what === 'list' ? 'element' : 'name';
    this.mayEnd = true;
  }

  private leave(mark: string | undefined): void {
    if (mark !== (this.within === 'list' ? ']' : '}')) throw new BrokenJson('nothing that ends it');
    if (this.within === 'list' && this.list !== '') {
      this.within = 'object';
      this.expected = 'separator';
      return;
    }
    if (this.within === 'object' && this.members !== undefined) this.found.push({ list: '', ...this.members.whole() });
    this.within = undefined;
    this.expected = 'document';
  }

  private isList(): boolean {
    return this.lists.some((list) => this.name === JSON.stringify(list));
  }
}

/** The members of an outermost object, kept while it may still be an element itself. */
class MemberTexts {
  private readonly texts: string[] = [];
  private length = 0;
  private fault: JsonElement['fault'];

  add(name: string, capture: ValueCapture): void {
    this.length += name.length + capture.text.length;
    this.fault ??= capture.fault ?? (this.length > ValueCapture.LONGEST ? 'too-long' : undefined);
    if (this.fault === undefined) this.texts.push(`${name}:${capture.text}`);
    else this.texts.length = 0;
  }

  whole(): Pick<JsonElement, 'text' | 'fault'> {
    return told({ text: `{${this.texts.join(',')}}`, fault: this.fault });
  }
}

function told({ text, fault }: Pick<JsonElement, 'text' | 'fault'>): Pick<JsonElement, 'text' | 'fault'> {
  return fault === undefined ? { text } : { text: '', fault };
}

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;
