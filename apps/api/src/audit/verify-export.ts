import type { ChainPlace } from './audit-event.ts';
import {
  type ExportClosing,
  type ExportOpening,
  exportText,
  jsonObject,
  readClosingLine,
  readEventLine,
} from './export-lines.ts';
import { signedWith } from './public-key.ts';
import { type Known, TrailCheck } from './trail-check.ts';
import type { TrailFault } from './trail-fault.ts';
import type { TrailReport } from './verify-trail.ts';

/** An export that was looked through: what every trail tells, and what it says of itself. */
export interface ExportReport extends TrailReport {
  organisation: { id: string; name: string | null } | null;
  exportedAt: string | null;
  publicKey: string | null;
  /** Places on the trail that it vouches for, to hold the trail itself against. */
  places: ChainPlace[];
}

/** Verifies an export by its lines alone. Without a known key it is held against the key it names itself. */
export async function verifyExport(lines: AsyncIterable<string>, known: Known): Promise<ExportReport> {
  const iterator = lines[Symbol.asyncIterator]();
  const first = await iterator.next();
  const openingLine = first.done ? '' : first.value;
  const opening = jsonObject(openingLine) as Partial<ExportOpening> | null;
  const { organisation = null, exportedAt = null, after, publicKey = null } = opening ?? {};
  let at = '';
  if (opening?.bedside !== 'audit-export' || opening.version !== 1 || organisation === null || after === undefined) {
    return { ...NOTHING, fault: { seq: 0, fault: 'unreadable' } };
  }
  const expected = known.publicKey ?? publicKey;
  const check = new TrailCheck({ ...known, publicKey: expected }, after);
  let closing: ExportClosing | null = null;
  const report = (fault: TrailFault | null, signed = false): ExportReport => ({
    ...{ organisation, exportedAt, publicKey, events: check.count, signed, keyChanges: check.keyChanges, fault },
    upTo: check.count === 0 ? null : { ...check.end, at },
    places: fault === null && closing !== null ? [closing.head, closing.trail] : [],
  });
  for (let line = await iterator.next(); !line.done; line = await iterator.next()) {
    if (closing !== null) return report(unreadable(check.end.seq + 1));
    const event = readEventLine(organisation.id, line.value);
    if (event === null) {
      closing = readClosingLine(line.value);
      if (closing === null) return report(unreadable(check.end.seq + 1));
      continue;
    }
    const fault = check.take(event);
    if (fault !== null) return report(fault);
    at = event.at;
  }
  const fault = troubleAtClosing(openingLine, closing, check, expected, publicKey);
  return report(fault, fault === null && expected !== null);
}

function troubleAtClosing(
  openingLine: string,
  closing: ExportClosing | null,
  { end, count }: TrailCheck,
  expected: string | null,
  named: string | null,
): TrailFault | null {
  const { seq } = end;
  if (closing === null) return { seq: seq + 1, fault: 'missing' };
  const { head, trail, signature, fault } = closing;
  if (fault !== undefined) return fault;
  if (head.seq !== seq || head.hash !== end.hash || closing.count !== count) {
    return { seq, fault: 'head-elsewhere' };
  }
  if (expected === null) return signature === null ? null : { seq, fault: 'no-key' };
  if (signature === null) return { seq, fault: 'head-unsigned' };
  const text = exportText(openingLine, { head, count, trail });
  const own = named === expected && signedWith(expected, text, Buffer.from(signature, 'base64'));
  return own ? null : { seq, fault: 'head-forged' };
}

const NOTHING: ExportReport = {
  ...{ organisation: null, exportedAt: null, publicKey: null, places: [] },
  ...{ events: 0, upTo: null, signed: false, keyChanges: [], fault: null },
};

const unreadable = (seq: number): TrailFault => ({ seq, fault: 'unreadable' });
