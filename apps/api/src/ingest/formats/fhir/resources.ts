import { textAt } from '../json/cell-text.ts';
import { isObject, type JsonObject, type ObjectItem } from '../json/object-item.ts';
import { addressed, objectsOf } from './reference.ts';

/** A resource of a file, or word that one was deleted. */
export interface HeldResource {
  type: string;
  /** Its id, or the address of its entry where that is all there is. */
  id: string;
  /** The addresses by which others may refer to it. */
  keys: readonly string[];
  resource: JsonObject;
  deleted: boolean;
  /** True where its entry tells how it came to be so: histories do, and they begin with what is newest. */
  inHistory: boolean;
}

/** The list in which bundles hold their entries. */
export const ENTRIES = 'entry';

/** The entries of bundles that stand on a line of their own, each as an item; all other items as they are. */
export function entriesOf(item: ObjectItem): ObjectItem[] {
  const { value, list } = item;
  if (list !== '' || value.resourceType !== 'Bundle' || !Array.isArray(value.entry)) return [item];
  const { entry, ...bundle } = value;
  return [{ ...item, value: bundle }, ...objectsOf(entry).map((one) => ({ ...item, list: ENTRIES, value: one }))];
}

/** The resource that an item holds; undefined where it holds none. */
export function resourceOf({ list, value }: ObjectItem): HeldResource | undefined {
  if (list !== ENTRIES) return held(value, '', false);
  const address = textAt(value, 'fullUrl');
  const method = textAt(value, 'request', 'method');
  if (isObject(value.resource)) return held(value.resource, address, method !== '');
  if (method !== 'DELETE') return undefined;
  const named = addressed(textAt(value, 'request', 'url')) ?? addressed(address);
  if (named === undefined) return undefined;
  return { ...named, keys: [], resource: {}, deleted: true, inHistory: true };
}

function held(resource: JsonObject, address: string, inHistory: boolean): HeldResource | undefined {
  const type = textAt(resource, 'resourceType');
  if (type === '') return undefined;
  const id = textAt(resource, 'id');
  const keys = [...(id === '' ? [] : [`${type}/${id}`]), ...(address === '' ? [] : [address])];
  return { type, id: id || address, keys, resource, deleted: false, inHistory };
}
