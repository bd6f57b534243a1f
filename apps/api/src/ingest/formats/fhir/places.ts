import { UnreadableFile } from '../../unreadable-file.ts';
import { textAt } from '../json/cell-text.ts';
import { isObject, type JsonObject } from '../json/object-item.ts';
import { addressed, codeOf, identifierOf, keyOf, objectsOf } from './reference.ts';
import type { HeldResource } from './resources.ts';

interface KnownPlace {
  code: string;
  /** What it is part of, where that is what people call the department: rooms and beds are part of a ward. */
  within: string;
}

/** More places than the largest network of hospitals has, beds included. */
const MOST_PLACES = 200_000;
const ROOMS: ReadonlySet<string> = new Set(['ro', 'bd']);
const DEEPEST = 6;
const NOT_YET: ReadonlySet<string> = new Set(['planned', 'reserved']);

/** Tells which department a visit belongs to: by the identifier of a Location or Organization, never by a name. */
export class FhirPlaces {
  private readonly known = new Map<string, KnownPlace>();

  meet({ type, resource, keys, id }: HeldResource): void {
    if (type !== 'Location' && type !== 'Organization') return;
    if (this.known.size > MOST_PLACES) {
      throw new UnreadableFile(`The file holds more than ${MOST_PLACES} places. Leave those out that no visit names.`);
    }
    const place = placeIn(resource, id);
    for (const key of keys) this.known.set(key, place);
  }

  /** Where to look for the place in which a visit began, as far as it has been reached; '' where it tells none. */
  locationOf(visit: JsonObject): Pointer {
    const reached = objectsOf(visit.location).filter(({ status }) => !NOT_YET.has(String(status)));
    const [first] = reached.sort((one, other) => startOf(one) - startOf(other));
    return pointerTo(first?.location, visit);
  }

  /** Where to look for the organisation that a visit is with. */
  providerOf(visit: JsonObject): Pointer {
    return pointerTo(visit.serviceProvider, visit);
  }

  /** The identifier of the place that a pointer leads to, once all places have been met. */
  codeAt({ code, key }: Pointer): string {
    if (key === '') return code;
    let at = key;
    let found = addressed(key)?.id ?? '';
    for (let depth = 0; at !== '' && depth < DEEPEST; depth += 1) {
      const place = this.known.get(at);
      found = place === undefined ? (addressed(at)?.id ?? found) : place.code;
      at = place?.within ?? '';
    }
    return found;
  }
}

/** An identifier that stands in the visit itself, or the key of a place that is told elsewhere. */
export interface Pointer {
  code: string;
  key: string;
}

function pointerTo(reference: unknown, visit: JsonObject): Pointer {
  if (!isObject(reference)) return { code: '', key: '' };
  const identifier = identifierOf(reference);
  if (identifier !== '') return { code: identifier, key: '' };
  const address = textAt(reference, 'reference');
  if (!address.startsWith('#')) return { code: '', key: keyOf(address) };
  const contained = objectsOf(visit.contained).find(({ id }) => id === address.slice(1));
  if (contained === undefined) return { code: '', key: '' };
  const { code, within } = placeIn(contained, '');
  return within === '' ? { code, key: '' } : { code: '', key: within };
}

function placeIn(resource: JsonObject, id: string): KnownPlace {
  const isRoom = ROOMS.has(codeOf(resource.physicalType) || codeOf(resource.form));
  return { code: identifierOf(resource) || id, within: isRoom ? keyOf(textAt(resource, 'partOf', 'reference')) : '' };
}

/** Places without a time come first: there mostly is but one. */
function startOf(location: JsonObject): number {
  const start = Date.parse(textAt(location, 'period', 'start'));
  return Number.isNaN(start) ? -Infinity : start;
}
