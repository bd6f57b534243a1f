import type { AdtMessage } from './adt-message.ts';

/**
 * What one message says of one visit, as it is kept until the messages of later files have come: times, places and
 * events, and nothing by which anybody is known. Texts alone, so that two copies of it are alike.
 */
export type VisitPart = {
  readonly [
    Said in
      | 'recorded'
      | 'control'
      | 'at'
      | 'happened'
      | 'registered'
      | 'place'
      | 'facility'
      | 'priorPlace'
      | 'priorFacility'
      | 'patientClass'
      | 'left'
      | 'prior'
      | 'into'
  ]?: string;
} & {
  /** Key of the visit. */
  readonly visit: string;
  readonly event: string;
};

/** Stands for the event by which visits are found to be one; `prior` and `into` say which. */
export const MERGED = 'merged';

/** Dispositions that say that nobody was waited for any longer: table 0112 (07), and what hospitals commonly add to it. */
const LEFT: ReadonlySet<string> = new Set(['07', '7', 'LWBS', 'LWOBS', 'LWT', 'LWOT', 'DNW', 'ELOPED']);

export function partOf(message: AdtMessage, visit: string): VisitPart {
  const { event, recordedAt, control, at, happenedAt, registeredAt, place, priorPlace } = message;
  return said(visit, event, {
    recorded: recordedAt?.text,
    control,
    at: at?.text,
    happened: happenedAt?.text,
    registered: registeredAt?.text,
    place: place.pointOfCare,
    facility: place.facility,
    priorPlace: priorPlace.pointOfCare,
    priorFacility: priorPlace.facility,
    patientClass: message.patientClass,
    left: LEFT.has(message.disposition) ? 'yes' : '',
  });
}

/** What a merge says of either of its visits. */
export function mergePart(
  { recordedAt, control }: AdtMessage,
  visit: string,
  other: { prior: string } | { into: string },
): VisitPart {
  return said(visit, MERGED, { recorded: recordedAt?.text, control, ...other });
}

/** The visits that belong together by what these parts say of merges. */
export function othersIn(parts: readonly VisitPart[]): string[] {
  return parts.flatMap(({ prior, into }) => [prior, into].filter((key) => key !== undefined));
}

function said(visit: string, event: string, texts: Omit<VisitPart, 'visit' | 'event'>): VisitPart {
  return {
    visit,
    event,
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '' && text != null)),
  };
}
