import { ref } from 'vue';
import type { RecordDto } from '#contracts/records.dto.ts';
import { api } from '../../api/client.ts';
import type { Mark } from '../../filters/records-mark.ts';

/** More rows than this are a job for the database, not for a browser tab. */
export const MOST_EXPORTED = 20_000;
const PAGE = 200;

/** Reads all records behind a mark, page after page, so that they can be saved; can be stopped. */
export function useRecordsExport() {
  const read = ref<number | null>(null);
  const failed = ref(false);
  let stopping = new AbortController();

  async function readAll(mark: Mark): Promise<RecordDto[] | null> {
    stopping = new AbortController();
    failed.value = false;
    read.value = 0;
    try {
      const rows: RecordDto[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page: Awaited<ReturnType<typeof api.records>> = await api.records(
          { ...mark, forExport: true, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) },
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

  return { read, failed, readAll, stop: () => stopping.abort() };
}
