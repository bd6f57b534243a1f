import type { IngestResultDto } from '#contracts/ingest/ingest-result.dto.ts';
import { randomFrom } from '../random.ts';
import { asOwner } from './as-owner.ts';
import { fuzzedLine } from './fuzzed-rows.ts';
import { type Installation, startInstallation } from './installation.ts';
import { startSending } from '../ingest/sending.ts';
import { setUp } from './set-up.ts';

export interface FuzzOptions {
  rows: number;
  seed: number;
  say?: (line: string) => void;
}

/** What became of rows of which every second one is broken in some way. */
export interface FuzzReport extends Omit<IngestResultDto, 'rejects' | 'masked'> {
  sent: number;
  /** Sums that do not hold and whole rows that are missing, in words. */
  differences: string[];
  /** Cells that differ from a recount. */
  cells: unknown[];
  /** The most memory the API ever held, in MB. */
  peakMegabytes: number;
}

const A_SENDING = 50_000;
const SOURCE = 'fuzz';

/** Sends broken rows among whole ones and adds up what became of them. */
export async function fuzz({ rows, seed, say = () => undefined }: FuzzOptions): Promise<FuzzReport> {
  const below = randomFrom(seed);
  const installation = await startInstallation();
  const report: FuzzReport = {
    ...{ sent: 0, read: 0, accepted: 0, updated: 0, unchanged: 0, quarantined: 0 },
    ...{ differences: [], cells: [], peakMegabytes: 0 },
  };
  try {
    const headers = await setUp(installation);
    let whole = 0;
    while (report.sent < rows) {
      const lines = Math.min(A_SENDING, rows - report.sent);
      const first = report.sent;
      const result = await send(installation, headers, function* () {
        for (let nth = first; nth < first + lines; nth += 1) {
          const line = fuzzedLine(nth, below);
          if (line.whole) whole += 1;
          yield Buffer.concat([line.bytes, NEWLINE]);
        }
      });
      report.sent += lines;
      for (const sum of ['read', 'accepted', 'updated', 'unchanged', 'quarantined'] as const)
        report[sum] += result[sum];
      const { read, accepted, updated, unchanged, quarantined } = result;
      if (read !== lines) report.differences.push(`${lines} rows were sent and ${read} read`);
      if (read !== accepted + updated + unchanged + quarantined) report.differences.push(`the sums of ${first} differ`);
      say(`${report.sent} sent; ${report.accepted} accepted, ${report.quarantined} set aside`);
    }
    const { stored, wholeStored } = await storedRows(installation);
    if (stored !== report.accepted) report.differences.push(`${report.accepted} accepted and ${stored} stored`);
    if (wholeStored !== whole) report.differences.push(`${whole} whole rows were sent and ${wholeStored} are stored`);
    report.cells = await installation.verify();
    report.peakMegabytes = await installation.peakMegabytes();
    return report;
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${installation.lastWords()}`, { cause: error });
  } finally {
    await installation.stop();
  }
}

const NEWLINE = Buffer.from('\n');

async function send(
  { url }: Installation,
  headers: Record<string, string>,
  lines: () => Generator<Buffer>,
): Promise<IngestResultDto> {
  const sending = startSending(url, 'survey-responses', SOURCE, headers);
  for (const line of lines()) await sending.write(line);
  const { status, body } = await sending.end();
  if (status !== 200) throw new Error(`refused with ${status}: ${body.slice(0, 500)}`);
  return JSON.parse(body) as IngestResultDto;
}

function storedRows({ ownerUrl }: Installation) {
  return asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ stored: number; wholeStored: number }>(
      `select count(*)::int as stored, count(*) filter (where f.external_id like 'whole-%')::int as "wholeStored"
       from survey_response f join source s on s.organisation_id = f.organisation_id and s.id = f.source_id
       where s.code = $1`,
      [SOURCE],
    );
    return rows[0] ?? { stored: 0, wholeStored: 0 };
  });
}
