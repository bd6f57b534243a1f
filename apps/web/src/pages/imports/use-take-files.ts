import { useQueryClient } from '@tanstack/vue-query';
import { ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import type { UploadDto } from '#contracts/imports.dto.ts';
import { begunWith } from './upload/same-file.ts';
import { desk } from './upload/desk.ts';

/** Takes files that were dropped: one that was begun goes on, a new one begins, and a single one is looked at at once. */
export function useTakeFiles(begun: () => readonly UploadDto[]) {
  const { t } = useI18n();
  const router = useRouter();
  const queries = useQueryClient();
  const refused = ref<string | null>(null);
  const failure = ref<unknown>(null);

  async function begin(file: File): Promise<string> {
    const upload = begunWith(begun(), file);
    if (upload === undefined) return (await desk.begin(file)).id;
    if (!desk.sendings.value.has(upload.id) && upload.received < upload.bytes) desk.resume(upload, file);
    return upload.id;
  }

  async function take(files: readonly File[]): Promise<void> {
    const empty = files.find(({ size }) => size === 0);
    refused.value = empty === undefined ? null : t('imports.drop.empty', { name: empty.name });
    failure.value = null;
    try {
      const ids: string[] = [];
      for (const file of files.filter(({ size }) => size > 0)) ids.push(await begin(file));
      const [id] = ids;
      if (files.length === 1 && id !== undefined) await router.push({ name: 'import-file', params: { id } });
    } catch (error) {
      failure.value = error;
    } finally {
      void queries.invalidateQueries({ queryKey: ['uploads'] });
    }
  }

  return { take, refused, failure };
}
