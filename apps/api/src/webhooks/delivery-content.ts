import { isUtf8 } from 'node:buffer';
import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { WebhookFault, WebhookFormat } from '#contracts/webhook-scheme.ts';
import { FORMATS } from '../ingest/formats/formats.ts';
import type { IdKey } from '../ingest/formats/id-key.ts';
import { openMapped } from '../ingest/mapping/mapped-file.ts';
import { MappingRefused } from '../ingest/mapping/mapping-refused.ts';
import type { Mapping } from '../ingest/mapping/mapping.ts';
import { candidateOf } from '../ingest/ndjson.ts';
import type { Candidate } from '../ingest/rows/candidate.ts';
import type { SourceFile } from '../ingest/source-file.ts';
import { UnreadableFile } from '../ingest/unreadable-file.ts';
import { ticketOfEvent } from './zendesk-event.ts';

/** A delivery that was signed rightly and says nothing that can be taken in; the message tells the sender's people why. */
export class DeliveryRefused extends Error {
  constructor(
    readonly fault: WebhookFault,
    message: string,
  ) {
    super(message);
  }
}

export interface DeliveryContent {
  kind: FactKind;
  chunks: AsyncIterable<readonly Candidate[]>;
}

interface Reading {
  format: WebhookFormat;
  kind: FactKind | null;
  mapping: Mapping;
  touchpoints: readonly string[];
  idKey: IdKey;
}

const MOST_ROWS = 5_000;

/** The rows of a delivery, read as the REST API or as a file of the format would be. Throws `DeliveryRefused`. */
export async function contentOf(
  body: Buffer,
  { format, kind, mapping, ...reading }: Reading,
): Promise<DeliveryContent> {
  const value = parsed(body);
  if (format === 'rows') {
    if (kind === null) throw new Error('a webhook that takes rows has to know what they are');
    const rows = rowsOf(value);
    return { kind, chunks: inOnePiece(rows) };
  }
  const known = FORMATS.find(({ code }) => code === format);
  if (known === undefined) throw new Error('a webhook of a format nobody reads');
  const file = fileOf(format === 'zendesk' ? Buffer.from(JSON.stringify([ticketOfEvent(value)].flat())) : body);
  try {
    const mapped = await openMapped(file, { format: known, mapping, ...reading, ...(kind !== null && { kind }) });
    return { kind: mapped.sheets[0].kind, chunks: mapped.candidates() };
  } catch (error) {
    if (error instanceof UnreadableFile || error instanceof MappingRefused) {
      throw new DeliveryRefused('unreadable', error.message);
    }
    throw error;
  }
}

function parsed(body: Buffer): unknown {
  try {
    if (isUtf8(body)) return JSON.parse(body.toString());
  } catch {
    // Told below, without what the parser quotes.
  }
  throw new DeliveryRefused('not-json', 'The body is not JSON in UTF-8: deliver one object or an array of objects.');
}

/** One row, several, or either in `data` as Standard Webhooks suggests. */
function rowsOf(value: unknown): readonly unknown[] {
  const rows = [inEnvelope(value) ?? value].flat();
  if (rows.length > MOST_ROWS) {
    throw new DeliveryRefused('too-large', `A delivery may hold ${MOST_ROWS} rows; this one holds ${rows.length}.`);
  }
  return rows;
}

async function* inOnePiece(rows: readonly unknown[]): AsyncGenerator<Candidate[]> {
  yield rows.map((row, index) => candidateOf(index + 1, JSON.stringify(row), row));
}

function inEnvelope(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !('data' in value)) return undefined;
  return typeof value.data === 'object' && value.data !== null ? value.data : undefined;
}

const fileOf = (body: Buffer): SourceFile => ({
  name: 'The delivery',
  bytes: body.length,
  async *pieces() {
    yield body;
  },
});
