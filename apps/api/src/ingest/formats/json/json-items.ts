import type { RefusalCode } from '#contracts/ingest/refusal-code.ts';
import type { Problem } from '../../rows/candidate.ts';
import { type DecodedTextOptions, decodedText } from '../../csv/decoded-text.ts';
import { type TextLine, textLines } from '../../csv/text-lines.ts';
import type { SourceFile } from '../../source-file.ts';
import { UnreadableFile } from '../../unreadable-file.ts';
import { exactJson } from './exact-json.ts';
import { BrokenJson, type JsonElement, JsonElements } from './json-elements.ts';
import { isObject, type ObjectItem } from './object-item.ts';
import { ValueCapture } from './value-capture.ts';

export interface JsonReading extends DecodedTextOptions {
  /** One object a line (NDJSON), or documents. */
  layout: 'lines' | 'documents';
  /** Names under which documents hold lists of items: `tickets`. */
  lists?: readonly string[];
}

/** The objects of a JSON file, some at a time. Throws `UnreadableFile` for a document that is broken or cut off. */
export async function* jsonItems(
  file: SourceFile,
  { layout, lists = [], ...text }: JsonReading,
): AsyncGenerator<ObjectItem[]> {
  const pieces = decodedText(file, text);
  if (layout === 'lines') {
    for await (const lines of textLines(pieces)) yield lines.filter(isWritten).map(itemOfLine);
    return;
  }
  const elements = new JsonElements(lists);
  const read = new Map<string, number>();
  const itemOf = (element: JsonElement): ObjectItem => {
    const position = (read.get(element.list) ?? 0) + 1;
    read.set(element.list, position);
    return itemOfElement(position, element);
  };
  try {
    for await (const piece of pieces) yield elements.push(piece).map(itemOf);
    elements.end();
  } catch (error) {
    if (!(error instanceof BrokenJson)) throw error;
    const last = [...read.values()].at(-1);
    const where = last === undefined ? 'near its beginning' : `after its object number ${last}`;
    throw new UnreadableFile(
      `${file.name} is not whole JSON: it is broken or cut off ${where}. Export it again and send it unchanged.`,
    );
  }
}

const isWritten = ({ text, cut }: TextLine): boolean => cut === true || text.trim() !== '';

function itemOfLine({ number, text, cut }: TextLine): ObjectItem {
  const capture = new ValueCapture();
  capture.feed(text.trimStart(), 0);
  const fault = cut === true ? 'too-long' : capture.fault;
  return itemOfElement(number, { list: '', text: fault === undefined ? text : '', fault });
}

function itemOfElement(position: number, { list, text, fault }: JsonElement): ObjectItem {
  const item = { position, list, text, value: {} };
  if (fault !== undefined) return { ...item, problem: FAULTS[fault] };
  let value: unknown;
  try {
    value = exactJson(text);
  } catch {
    return { ...item, problem: FAULTS['not-json'] };
  }
  return isObject(value) ? { ...item, value } : { ...item, problem: FAULTS['not-an-object'] };
}

const fault = (code: RefusalCode, message: string): Problem => ({ field: null, code, message });

const FAULTS = {
  'too-long': fault('too-long', 'The object is longer than a million characters: leave attachments out of the export.'),
  'too-deep': fault('too-deep', 'The object nests deeper than any export does: export it again.'),
  'not-json': fault('not-json', 'This is not JSON: export it again, with each object whole.'),
  'not-an-object': fault('not-an-object', 'A row must be an object in braces, such as {"id": 1, …}.'),
};
