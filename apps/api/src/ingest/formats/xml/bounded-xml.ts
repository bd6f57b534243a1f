import { SaxesParser } from 'saxes';

/** More characters than any cell or tag has. */
const LONGEST_RUN = 1_048_576;
/** Deeper than any export nests. */
const DEEPEST = 100;

/** XML that is not well formed, declares entities, or holds more in one place than can be read. */
export class RefusedXml extends Error {
  override readonly name = 'RefusedXml';
}

/** What is heard of a document; names come without their prefix. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Reads XML that arrives in pieces and tells what it meets. No entities of its own, no depth or length without bounds. */
export async function readXml(
  pieces: AsyncIterable<string>,
  listener: XmlListener,
  afterEach?: () => void,
): Promise<void> {
  for await (const _ of heardXml(pieces, listener)) afterEach?.();
}

/** The same, stopping after each piece, for those who hand on what they heard. Throws `RefusedXml`. */
export async function* heardXml(pieces: AsyncIterable<string>, listener: XmlListener): AsyncGenerator<undefined> {
  const parser = new SaxesParser({ xmlns: false });
  let depth = 0;
  let quiet = 0;
  const refuse = (why: string): never => {
    throw new RefusedXml(why);
  };
  parser.on('error', ({ message }) => refuse(message));
  parser.on('doctype', () => refuse('a document type'));
  parser.on('opentag', ({ name, attributes }) => {
    quiet = 0;
    depth += 1;
    if (depth > DEEPEST) refuse('too deep');
    listener.open?.(plain(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    quiet = 0;
    depth -= 1;
    listener.close?.(plain(name));
  });
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
  for await (const piece of pieces) {
    quiet += piece.length;
    parser.write(piece);
    if (quiet > LONGEST_RUN) refuse('too long');
    yield;
  }
  parser.close();
}

const plain = (name: string): string => name.slice(name.indexOf(':') + 1);
