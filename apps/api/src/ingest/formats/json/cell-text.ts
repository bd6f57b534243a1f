import { isObject, type JsonObject } from './object-item.ts';

/** What a cell says of a JSON value: '' for null, lists of plain values as `one; two`, anything deeper as JSON. */
export function cellText(value: unknown): string {
  if (typeof value === 'string') return value.normalize('NFC');
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object' || one === null)) {
    return value.map(cellText).join('; ');
  }
  return JSON.stringify(value).normalize('NFC');
}

/** The value at a path of names, undefined where there is none. */
export function valueAt(object: JsonObject, ...path: readonly string[]): unknown {
  let value: unknown = object;
  for (const name of path) value = isObject(value) ? value[name] : undefined;
  return value;
}

/** The text at a path of names, '' where there is none. */
export function textAt(object: JsonObject, ...path: readonly string[]): string {
  return cellText(valueAt(object, ...path));
}
