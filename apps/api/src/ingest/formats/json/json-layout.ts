import type { FileHead } from '../format.ts';
import { exactJson } from './exact-json.ts';
import { JsonElements } from './json-elements.ts';
import { isObject, type JsonObject } from './object-item.ts';

/** What the beginning of a JSON file shows. */
export interface JsonHead {
  /** One object a line (NDJSON), or documents. */
  layout: 'lines' | 'documents';
  /** Its first whole objects, each with the list it stood in. */
  objects: readonly { list: string; value: JsonObject }[];
}

/** A look at the beginning of what may be JSON; undefined where it is none. `lists` may hold the objects by name. */
export function jsonHead({ text }: Pick<FileHead, 'text'>, lists: readonly string[] = []): JsonHead | undefined {
  if (text === undefined || !/^\s*[[{]/.test(text)) return undefined;
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const byLine = standAlone(lines);
  const objects = (byLine ? lines : [text]).flatMap((piece) => objectsIn(piece, lists));
  return { layout: byLine && objects.every(({ list }) => list === '') ? 'lines' : 'documents', objects };
}

/** True where lines stand by themselves: the first is a whole object, or breaks off before the next begins another. */
function standAlone([first = '', second = '']: readonly string[]): boolean {
  if (!first.trimStart().startsWith('{')) return false;
  return isObject(valueOf(first)) || (second.startsWith('{') && !/[[{,:]\s*$/.test(first));
}

function objectsIn(piece: string, lists: readonly string[]): { list: string; value: JsonObject }[] {
  try {
    return new JsonElements(lists).push(piece).flatMap(({ list, text }) => {
      const value = valueOf(text);
      return isObject(value) ? [{ list, value }] : [];
    });
  } catch {
    return [];
  }
}

function valueOf(text: string): unknown {
  try {
    return exactJson(text);
  } catch {
    return undefined;
  }
}
