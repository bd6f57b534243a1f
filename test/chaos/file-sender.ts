import { setTimeout } from 'node:timers/promises';
import type { ImportDto, ImportsDto, UploadDto, UploadsDto } from '#contracts/imports.dto.ts';

/** A file whose import was told to be done, with the ids of the rows it holds. */
export interface ImportedFile {
  source: string;
  rows: number;
}

/** Sends files as a browser does, piece by piece, and waits until their rows are in: one after another. */
export interface FileSender {
  imported(): readonly ImportedFile[];
  /** What an import told that it should not have. */
  surprises(): readonly string[];
  /** Resolves when the file under way is in. */
  finish(): Promise<void>;
}

export interface FileSenderOptions {
  url: string;
  headers: Readonly<Record<string, string>>;
  below: (limit: number) => number;
}

const PIECE_BYTES = 256 * 1024;
const DEPARTMENTS = ['medicine', 'ward-4b', 'riverside-pharmacy', 'hillcrest-pharmacy'];

export function startFileSender({ url, headers, below }: FileSenderOptions): FileSender {
  const imported: ImportedFile[] = [];
  const surprises: string[] = [];
  let ended = false;

  /** Asks until there is an answer that is not the server's trouble. */
  const ask = async <Answer>(method: string, path: string, body?: object | Buffer) => {
    for (;;) {
      const type = Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json';
      const answer = await fetch(`${url}/api/v1/${path}`, {
        method,
        headers: { ...headers, ...(body !== undefined && { 'content-type': type }) },
        ...(body !== undefined && { body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) }),
        signal: AbortSignal.timeout(30_000),
      }).catch(() => null);
      const text = await answer?.text().catch(() => null);
      if (answer !== null && typeof text === 'string' && answer.status < 500 && answer.status !== 429) {
        return { status: answer.status, told: (text === '' ? {} : JSON.parse(text)) as Answer };
      }
      await setTimeout(30 + below(50));
    }
  };

  const upload = async (name: string, bytes: Buffer): Promise<string> => {
    const begun = await ask<UploadDto>('POST', 'uploads', { name, bytes: bytes.length });
    if (begun.status !== 201) {
      // Beginnings whose answers were lost pile up; whoever sees that clears them away.
      const { told } = await ask<UploadsDto>('GET', 'uploads');
      for (const { id } of told.uploads) await ask('DELETE', `uploads/${id}`);
      return upload(name, bytes);
    }
    const { id } = begun.told;
    for (let { received } = begun.told; received < bytes.length;) {
      const piece = bytes.subarray(received, received + PIECE_BYTES);
      await ask('PUT', `uploads/${id}/bytes?offset=${received}`, piece);
      ({ received } = (await ask<UploadDto>('GET', `uploads/${id}`)).told);
    }
    return id;
  };

  const begin = async (uploadId: string, source: string): Promise<string> => {
    const wish = { uploadId, source, kind: 'survey-responses', mapping: {} };
    const { status, told } = await ask<ImportDto>('POST', 'imports', wish);
    if (status === 202) return told.id;
    const [begun] = (await ask<ImportsDto>('GET', `imports?source=${source}`)).told.imports;
    if (begun === undefined) throw new Error(`the import was refused with ${status}: ${JSON.stringify(told)}`);
    return begun.id;
  };

  const outcome = async (id: string): Promise<ImportDto> => {
    for (;;) {
      const { told } = await ask<ImportDto>('GET', `imports/${id}`);
      if (!['waiting', 'running'].includes(told.state)) return told;
      await setTimeout(100);
    }
  };

  const work = async (): Promise<void> => {
    for (let nth = 1; !ended; nth += 1) {
      const source = `file-${nth}`;
      const rows = 1_000 + below(14_000);
      const bad = below(200);
      const id = await begin(await upload(`${source}.csv`, csvOf(rows, bad, below)), source);
      const { state, read, accepted, updated, unchanged, quarantined, failure } = await outcome(id);
      const told = { state, read, accepted, changed: updated + unchanged, quarantined };
      const due = { state: 'done', read: rows + bad, accepted: rows, changed: 0, quarantined: bad };
      if (JSON.stringify(told) !== JSON.stringify(due)) {
        surprises.push(`${source} is ${JSON.stringify({ ...told, failure })} and not ${JSON.stringify(due)}`);
      }
      imported.push({ source, rows });
    }
  };
  const working = work();
  working.catch((error: Error) => surprises.push(error.message));

  return {
    imported: () => imported,
    surprises: () => surprises,
    finish: async () => {
      ended = true;
      await working;
    },
  };
}

/** So many rows that go in, of which many have no id and read alike, and so many that cannot. */
function csvOf(rows: number, bad: number, below: (limit: number) => number): Buffer {
  const lines = ['externalId,department,respondedAt,csat,comment'];
  for (let nth = 1; nth <= rows + bad; nth += 1) {
    const id = nth % 3 === 0 ? '' : `row-${nth}`;
    const day = String(1 + below(28)).padStart(2, '0');
    const csat = nth <= rows ? 1 + below(5) : 9;
    lines.push(`${id},${DEPARTMENTS[below(DEPARTMENTS.length)]},2026-10-${day}T10:00:00Z,${csat},`);
  }
  return Buffer.from(`${lines.join('\n')}\n`);
}
