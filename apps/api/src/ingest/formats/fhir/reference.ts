import { textAt } from '../json/cell-text.ts';
import { isObject, type JsonObject } from '../json/object-item.ts';

const LITERAL = /(?:^|\/)([A-Z][A-Za-z]+)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[A-Za-z0-9.-]{1,64})?$/;

/** The type and id that an address of a resource names, whatever server or version it is of; undefined for `urn:uuid:…`. */
export function addressed(address: string): { type: string; id: string } | undefined {
  const [, type, id] = LITERAL.exec(address) ?? [];
  return type === undefined || id === undefined ? undefined : { type, id };
}

/** What a resource is known by in its file: `Location/12`, or the address of its entry where that is all there is. */
export function keyOf(address: string): string {
  const named = addressed(address);
  return named === undefined ? address : `${named.type}/${named.id}`;
}

/** The number that a source gave a thing: the official one first, never one that holds no longer. */
export function identifierOf(resource: JsonObject): string {
  const given = Array.isArray(resource.identifier) ? resource.identifier : [resource.identifier];
  const valid = given
    .filter(isObject)
    .filter((identifier) => identifier.use !== 'old' && textAt(identifier, 'value') !== '');
  const chosen = valid.find(({ use }) => use === 'official') ?? valid[0];
  return chosen === undefined ? '' : textAt(chosen, 'value');
}

/** The first code of a concept, a coding, or a list of either. */
export function codeOf(concept: unknown): string {
  if (Array.isArray(concept)) return codeOf(concept[0]);
  if (!isObject(concept)) return '';
  return textAt(concept, 'code') || codeOf(concept.coding);
}

export function objectsOf(list: unknown): JsonObject[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}
