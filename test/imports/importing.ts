import type { ImportDto, ImportState } from '#contracts/imports.dto.ts';
import { type Ask, uploadWhole } from '../uploads/sending.ts';

/** Asks for something and expects it to be granted. */
export async function granted<Answer>(ask: Ask, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) {
  const answer = await ask({ method, url, ...(payload && { payload }) });
  if (answer.statusCode >= 300) throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body}`);
  return answer.json<Answer>();
}

/** Begins to import a file that is sent just now. */
export async function beginImport(ask: Ask, content: string | Buffer, wish: object): Promise<ImportDto> {
  const uploadId = await uploadWhole(ask, 'answers.csv', content);
  return granted(ask, 'POST', '/api/v1/imports', { uploadId, source: 'exit-survey', mapping: {}, ...wish });
}

export const findImport = (ask: Ask, id: string) => granted<ImportDto>(ask, 'GET', `/api/v1/imports/${id}`);

const ENDED: readonly ImportState[] = ['done', 'failed', 'stopped', 'undone'];

/** Waits until an import has ended, or is as wished. */
export async function whenEnded(
  ask: Ask,
  { id }: Pick<ImportDto, 'id'>,
  isSo: (found: ImportDto) => boolean = ({ state }) => ENDED.includes(state),
): Promise<ImportDto> {
  for (;;) {
    const found = await findImport(ask, id);
    if (isSo(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Survey answers of so many patients, of which every tenth goes off the scale. */
export function answersCsv(rows: number, from = 0, csat = (row: number): number => (row % 5) + 1): string {
  const lines = Array.from({ length: rows }, (_, index) => {
    const row = from + index;
    const day = String((row % 27) + 1).padStart(2, '0');
    return `a-${row},ward-4b,2026-09-${day}T10:00:00Z,${row % 10 === 9 ? 9 : csat(row)}`;
  });
  return ['externalId,department,respondedAt,csat', ...lines].join('\n');
}
