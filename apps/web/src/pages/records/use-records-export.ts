import { ref } from 'vue';
import type { RecordDto } from '#contracts/records.dto.ts';
import { api } from '../../api/client.ts';
import type { Mark } from '../../filters/records-mark.ts';

/** More rows than this are a job for the database, not for a browser tab. */
export const MOST_EXPORTED = 20_000;
const PAGE = 200;

/**
 * Reads the first records behind a mark again, page after page, so that they can be saved: what leaves is put down as
 * exported, also where it was on screen already. Can be stopped.
 */
export function useRecordsExport() {
  const read = ref<number | null>(null);
  const failed = ref(false);
  let stopping = new AbortController();

  async function readFirst(mark: Mark, many: number): Promise<RecordDto[] | null> {
    stopping = new AbortController();
    failed.value = false;
    read.value = 0;
    try {
      const rows: RecordDto[] = [];
      for (let cursor: string | null | undefined; cursor !== null && rows.length < many;) {
        const page: Awaited<ReturnType<typeof api.exportRecords>> = await api.exportRecords(
          { ...mark, limit: Math.min(PAGE, many - rows.length), ...(cursor === undefined ? {} : { cursor }) },
          stopping.signal,
        );
        rows.push(...page.rows);
        read.value = rows.length;
        cursor = page.next;
      }
      return rows;
    } catch {
      failed.value = !stopping.signal.aborted;
      return null;
    } finally {
      read.value = null;
    }
  }

  return { read, failed, readFirst, stop: () => stopping.abort() };
}
