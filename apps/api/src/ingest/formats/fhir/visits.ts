import { textAt } from '../json/cell-text.ts';
import { isObject, type JsonObject } from '../json/object-item.ts';
import type { ObjectRow } from '../json/object-file.ts';
import { RecentMap } from '../recent-map.ts';
import type { FhirPlaces } from './places.ts';
import { addressed, codeOf, identifierOf } from './reference.ts';
import type { HeldResource } from './resources.ts';
import { type Stay, stayOfHistory, stayOfNow, stayOfPart, together, waitOfStay } from './stay.ts';

export const VISIT_COLUMNS = [
  { name: 'Encounter.id' },
  { name: 'visit', label: 'Encounter.id; in merges, the number of the patient' },
  { name: 'Encounter.identifier', label: 'Visit number' },
  { name: 'Encounter.location', label: 'Identifier of the place where the visit began' },
  { name: 'Encounter.serviceProvider', label: 'Identifier of the organisation' },
  { name: 'Encounter.class' },
  { name: 'arrived', label: 'Arrived, else triaged' },
  { name: 'wait ended', label: 'In progress or receiving care, or gone without it' },
  { name: 'outcome' },
] as const;

type VisitCells = Partial<Record<(typeof VISIT_COLUMNS)[number]['name'], string>>;

const NO_HISTORY = 'visits that do not tell when the patient arrived or was seen';
const UNKNOWN_ARRIVAL = 'parts of visits whose arrival is not in the file';
const TAKEN_BACK: ReadonlySet<string> = new Set(['cancelled', 'entered-in-error']);

/** What was told of a visit in parts. */
interface Parts {
  stay: Stay;
  cells: VisitCells;
}

/** Visits under way whose parts are being put together, many times over those of a network of hospitals. */
const MOST_VISITS = 50_000;

/** Makes waits of visits: of R4 each tells its own, of R5 the parts of its history are put together in any order. */
export class FhirVisits {
  private readonly parts = new RecentMap<string, Parts>(MOST_VISITS);

  constructor(private readonly places: FhirPlaces) {}

  /** The row of an Encounter, or why there is none. */
  ofVisit({ id, resource: visit, deleted }: HeldResource): readonly ObjectRow[] | string {
    const status = textAt(visit, 'status');
    const cells = { 'Encounter.id': id, visit: id, ...this.cellsOf(visit) };
    if (deleted || TAKEN_BACK.has(status)) return [{ cells, retracts: true }];
    if (status === 'planned') return 'visits that are only planned';
    if (visit.subjectStatus !== undefined) return this.withParts(id, { stay: stayOfNow(visit), cells });
    const stay = stayOfHistory(visit);
    return rowOf(stay, cells) ?? NO_HISTORY;
  }

  /** The row of the visit that a part of its history belongs to, as far as it can be told by now. */
  ofPart({ resource: part }: HeldResource): readonly ObjectRow[] | string {
    const id = visitNamedBy(part.encounter);
    const cells = { 'Encounter.id': id, visit: id, ...this.cellsOf(part) };
    const status = textAt(part, 'status');
    if (id === '') return 'parts of visits that do not say of which';
    if (status === 'entered-in-error') return 'parts of visits that were entered in error';
    if (status === 'cancelled') return [{ cells, retracts: true }];
    return this.withParts(id, { stay: stayOfPart(part), cells });
  }

  private withParts(id: string, more: Parts): readonly ObjectRow[] | string {
    const known = this.parts.get(id);
    const parts = {
      stay: together(known?.stay ?? {}, more.stay),
      // The place is that of the arrival, which may come after other parts.
      cells: more.stay.arrived === undefined ? { ...more.cells, ...known?.cells } : { ...known?.cells, ...more.cells },
    };
    this.parts.set(id, parts);
    return rowOf(parts.stay, parts.cells) ?? UNKNOWN_ARRIVAL;
  }

  private cellsOf(visit: JsonObject): VisitCells {
    return said({
      'Encounter.identifier': identifierOf(visit),
      'Encounter.location': this.places.codeAt(this.places.locationOf(visit)),
      'Encounter.serviceProvider': this.places.codeAt(this.places.providerOf(visit)),
      'Encounter.class': codeOf(visit.class),
    });
  }
}

/** The id of the visit that a reference names, else its number. */
export function visitNamedBy(reference: unknown): string {
  if (!isObject(reference)) return '';
  const address = textAt(reference, 'reference');
  return addressed(address)?.id ?? (address || identifierOf(reference));
}

function rowOf(stay: Stay, cells: VisitCells): readonly ObjectRow[] | undefined {
  const wait = waitOfStay(stay);
  if (wait === undefined) return undefined;
  if (wait === null) return [{ cells, retracts: true }];
  const { startedAt, endedAt, outcome } = wait;
  return [{ cells: { ...cells, arrived: startedAt, 'wait ended': endedAt, outcome } }];
}

/** Only what is said, so that silence does not cover what another part said. */
function said(cells: VisitCells): VisitCells {
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== ''));
}
