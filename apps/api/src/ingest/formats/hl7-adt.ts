import type { InParts, Problem, RowPart } from '../rows/candidate.ts';
import { decodedText } from '../csv/decoded-text.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { fileHead } from './file-head.ts';
import type { Format, SourceColumn, SourceRecord } from './format.ts';
import { type AdtMessage, type ReadMessage, readMessage, type VisitName } from './hl7-adt/adt-message.ts';
import { announcedEncoding, firstHeader } from './hl7-adt/head.ts';
import { type Message, Messages } from './hl7-adt/messages.ts';
import { Segments } from './hl7-adt/segments.ts';
import { toldOf, type VisitWait } from './hl7-adt/visit.ts';
import { othersIn, type VisitPart } from './hl7-adt/visit-part.ts';
import { type Change, needsTime, patientsMerged, reasonToPassOver, type Told, Visits } from './hl7-adt/visits.ts';
import { IdKey } from './id-key.ts';
import { sheetRecord } from './sheet-record.ts';

const COLUMNS: readonly SourceColumn[] = [
  { name: 'message', label: 'MSH-10' },
  { name: 'visit key', label: 'PV1-19, else PID-18, hashed' },
  { name: 'visit', label: 'PV1-19, else PID-18' },
  { name: 'arrived at', label: 'A04: EVN-6, PV1-44 or EVN-2' },
  { name: 'wait ended at', label: 'A01, A02 or A06; A03 of a patient who left' },
  { name: 'outcome' },
  { name: 'point of care', label: 'PV1-3.1' },
  { name: 'facility', label: 'PV1-3.4' },
  { name: 'patient class', label: 'PV1-2' },
];

const NO_VISIT: Problem = {
  field: 'externalId',
  code: 'no-visit',
  message: 'The message names no visit: it needs a visit number (PV1-19) or an account number (PID-18).',
};
const NO_TIME: Problem = {
  field: 'startedAt',
  code: 'no-time',
  message: 'The message does not tell to the minute when it happened (EVN-6 or EVN-2).',
};

/**
 * Messages of a patient administration system. Each visit with an arrival (A04) is a wait, until it is admitted or moved;
 * what later messages correct, cancel or merge is told again under the same key. What a message means hangs on those of
 * its visit in other files too: every row carries what was said of its visit, to be put together with those.
 */
export const hl7Adt: Format = {
  code: 'hl7-adt',
  title: 'HL7 v2 ADT',

  recognises: (head) => firstHeader(head)?.text(9) === 'ADT',

  async open(file, { encoding, idKey = new IdKey() }) {
    const head = await fileHead(file, encoding);
    if (firstHeader(head) === undefined) {
      throw new UnreadableFile(
        `${file.name} holds no HL7 v2 messages: each begins with MSH and the marks that divide it, as in MSH|^~\\&|.`,
      );
    }
    const reading = { encoding: encoding ?? announcedEncoding(head) };
    let passedOver = new Map<string, number>();
    return {
      sheets: [{ name: 'visits', kind: 'waits', columns: COLUMNS, preset: PRESET }],
      passedOver: () => passedOver,
      async check() {
        for await (const piece of decodedText(file, reading)) void piece;
      },
      async *records(onRead) {
        passedOver = new Map();
        const pass = (reason: string, times = 1): void => {
          if (times > 0) passedOver.set(reason, (passedOver.get(reason) ?? 0) + times);
        };
        const [segments, messages, visits] = [new Segments(), new Messages(), new Visits()];
        const recordsOf = (message: Message): SourceRecord[] => recordsIn(readMessage(message, idKey), visits, pass);
        for await (const piece of decodedText(file, { ...reading, onRead })) {
          yield messages.push(segments.push(piece)).flatMap(recordsOf);
        }
        yield [...messages.push(segments.end()), ...messages.end()].flatMap(recordsOf);
        pass('lines outside of messages', messages.strayLines);
      },
    };
  },
};

const PRESET = {
  columns: {
    'visit key': 'externalId',
    visit: 'visit',
    'arrived at': 'startedAt',
    'wait ended at': 'endedAt',
    outcome: 'outcome',
    'point of care': 'department',
  },
  constants: { kind: 'arrival-to-seen' },
};

function recordsIn(read: ReadMessage, visits: Visits, pass: (reason: string) => void): SourceRecord[] {
  if ('passedOver' in read) {
    pass(read.passedOver);
    return [];
  }
  const change = 'problem' in read ? read.problem : changeBy(read, visits);
  if (typeof change === 'string') {
    pass(change);
    return [];
  }
  const { line, id } = read;
  if ('code' in change) return [sheetRecord(line, 0, COLUMNS, { cells: { message: id }, problem: change })];
  return change.map((told) => recordOf(line, id, told));
}

function changeBy(message: AdtMessage, visits: Visits): Change | Problem {
  const [reason, patients] = [reasonToPassOver(message), patientsMerged(message)];
  if (reason !== undefined && patients.length === 0) return reason;
  if (reason === undefined && message.visit === undefined) return NO_VISIT;
  if (reason === undefined && message.at === undefined && needsTime(message.event)) return NO_TIME;
  if (visits.isCopy(message)) return 'messages that were sent twice';
  if (reason !== undefined || message.visit === undefined) return patients;
  const change = visits.follow(message, message.visit);
  if (patients.length === 0) return change;
  return [...(typeof change === 'string' ? [] : change), ...patients];
}

function recordOf(line: number, id: string, { name, wait, mergedInto, parts }: Told): SourceRecord {
  const cells = { message: id, ...keyCells(name), ...(wait === null ? {} : waitCells(wait)) };
  const record: SourceRecord = sheetRecord(line, 0, COLUMNS, {
    cells,
    ...(wait === null && { retracts: true }),
    ...(mergedInto && { mergedInto: { visit: mergedInto.number, externalId: mergedInto.key } }),
  });
  if (parts !== undefined) record.inParts = { ...inPartsOf(parts), told: toldWith };
  return record;

  /** What other files said of the visit tells more of it, or that it is another one by now. */
  function toldWith(all: readonly RowPart[]): SourceRecord {
    if (mergedInto !== undefined) return record;
    const { key, wait: whole } = toldOf(name.key, all as readonly VisitPart[]);
    return recordOf(line, id, { name: { ...name, key }, wait: whole ?? null });
  }
}

function inPartsOf(parts: readonly VisitPart[]): Omit<InParts<SourceRecord>, 'told'> {
  return {
    parts: Map.groupBy(parts, ({ visit }) => visit),
    othersIn: (some) => othersIn(some as readonly VisitPart[]),
  };
}

/** The number itself goes no further than the pseudonym that is made of it; the key only has to be the same each time. */
function keyCells({ key, number }: VisitName): Record<string, string> {
  return { 'visit key': key, visit: number };
}

function waitCells({ startedAt, endedAt, outcome, place, patientClass }: VisitWait): Record<string, string> {
  return {
    'arrived at': startedAt,
    'wait ended at': endedAt,
    outcome,
    'point of care': place.pointOfCare,
    facility: place.facility,
    'patient class': patientClass,
  };
}
