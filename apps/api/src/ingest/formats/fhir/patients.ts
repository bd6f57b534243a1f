import type { IdKey } from '../id-key.ts';
import { textAt } from '../json/cell-text.ts';
import { isObject, type JsonObject } from '../json/object-item.ts';
import type { ObjectRow } from '../json/object-file.ts';
import { addressed, identifierOf, keyOf, objectsOf } from './reference.ts';
import type { HeldResource } from './resources.ts';

interface Link {
  /** True where this patient stays and the other's record holds no longer. */
  stays: boolean;
  other: JsonObject;
}

/** More merged records than a file of changes has. */
const MOST_MERGED = 200_000;

/** Which numbers of patients took the place of which; of the patients themselves nothing else is read. */
export class FhirPatients {
  private readonly numbers = new Map<string, string>();

  constructor(private readonly idKey: IdKey) {}

  /** Hears a patient before the first row is read: links name others by reference. True where it is linked to one. */
  meet({ resource, keys }: HeldResource): boolean {
    if (linksOf(resource).length === 0) return false;
    const number = identifierOf(resource);
    if (number !== '' && this.numbers.size < MOST_MERGED) for (const key of keys) this.numbers.set(key, number);
    return true;
  }

  /** For each number of this patient, or of one that it was merged with, the one that takes its place. */
  rowsOf({ id, resource }: HeldResource): ObjectRow[] {
    return linksOf(resource).flatMap(({ stays, other }) => {
      const reference = textAt(other, 'reference');
      const named = addressed(reference);
      if (named !== undefined && named.type !== 'Patient') return [];
      const number = (identifierOf(other) || this.numbers.get(keyOf(reference))) ?? '';
      return [...this.merged(id, named?.id ?? '', stays), ...this.merged(identifierOf(resource), number, stays)];
    });
  }

  private merged(own: string, other: string, stays: boolean): ObjectRow[] {
    const [retired, surviving] = stays ? [other, own] : [own, other];
    if (retired === '' || surviving === '' || retired === surviving) return [];
    return [
      {
        cells: { 'Encounter.id': this.keyOf(retired), visit: retired },
        retracts: true,
        mergedInto: { visit: surviving, externalId: this.keyOf(surviving) },
      },
    ];
  }

  /** Of no visit: patients and visits may be numbered alike. */
  private keyOf(number: string): string {
    return this.idKey.hashOf(['patient', number]);
  }
}

function linksOf(patient: JsonObject): Link[] {
  return objectsOf(patient.link).flatMap(({ type, other }) =>
    isObject(other) && (type === 'replaces' || type === 'replaced-by') ? [{ stays: type === 'replaces', other }] : [],
  );
}
