import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { refDebounced } from '@vueuse/core';
import { computed, inject, type InjectionKey, provide, ref, shallowRef, watch } from 'vue';
import type { DoubtDto, ImportPreviewDto, PreviewSheetDto, UploadDto } from '#contracts/imports.dto.ts';
import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import { importsApi, type ImportWish, type PreviewWish } from '../../../api/imports.ts';
import { type ImportMapping, partOf, type SheetMapping, withPart } from './import-mapping.ts';
import { doubtKey, isAnswered, onlyTells, rememberedDoubts } from './open-doubts.ts';
import { sourceCodeOf, sourceNameOf } from './source-name.ts';
import { useSourceChoice } from './use-source-choice.ts';
import { asksEncoding, whatBlocks } from './what-blocks.ts';

/** How a file is read, as far as people have said it; null where the file shows it. */
export interface ReadAs {
  format: Exclude<PreviewWish['format'], undefined> | null;
  encoding: string | null;
  delimiter: string | null;
  sheet: string | null;
  unfinished: boolean;
}

/** A doubt as it is shown: which sort of rows it is about, and whether it has been answered. */
export interface AskedDoubt {
  key: string;
  /** Position of its sort of rows. */
  nth: number;
  doubt: DoubtDto;
  answered: boolean;
}

const AS_SHOWN: ReadAs = { format: null, encoding: null, delimiter: null, sheet: null, unfinished: false };

/** Everything that is said about a file before it goes in, and what the API makes of it. */
function openPreparation(upload: UploadDto, from: string | undefined) {
  const source = useSourceChoice(from ?? sourceNameOf(upload.name), from === undefined ? sourceCodeOf : () => from);
  const readAs = ref<ReadAs>({ ...AS_SHOWN });
  const kind = ref<FactKind | null>(null);
  const edited = shallowRef<ImportMapping | null>(null);
  const useKept = ref(true);
  const agreed = ref(new Set<string>());
  /** Kept also while a file cannot be read: another format may be the way out. */
  const formats = shallowRef<ImportPreviewDto['formats']>([]);
  const asked = shallowRef<DoubtDto[][]>([]);

  const wish = computed<PreviewWish>(() => {
    const { format, encoding, delimiter, sheet, unfinished } = readAs.value;
    return {
      uploadId: upload.id,
      source: source.code.value,
      ...(kind.value === null ? {} : { kind: kind.value }),
      ...(format === null ? {} : { format }),
      ...(encoding === null ? {} : { encoding }),
      ...(delimiter === null ? {} : { delimiter }),
      ...(sheet === null ? {} : { sheet }),
      ...(unfinished ? { unfinished } : {}),
      ...(edited.value === null ? { useKept: useKept.value } : { mapping: edited.value }),
    };
  });
  const settledWish = refDebounced(wish, 250);
  const query = useQuery({
    queryKey: ['import-preview', settledWish],
    queryFn: ({ signal }) => importsApi.preview(settledWish.value, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 0,
  });

  const preview = computed<ImportPreviewDto | undefined>(() => query.data.value);
  const mapping = computed<ImportMapping>(
    () => edited.value ?? (preview.value?.mapping as ImportMapping | undefined) ?? {},
  );
  const sheetName = (nth: number): string | null => (nth === 0 ? null : (preview.value?.sheets[nth]?.name ?? null));
  const part = (nth: number): SheetMapping => partOf(mapping.value, sheetName(nth));
  const sheetAt = (nth: number): PreviewSheetDto | undefined => preview.value?.sheets[nth];

  watch(preview, (now) => {
    if (now !== undefined) formats.value = now.formats;
    asked.value = (now?.sheets ?? []).map(({ doubts, columns }, nth) =>
      rememberedDoubts(asked.value[nth] ?? [], doubts, columns),
    );
  });

  const doubts = computed<AskedDoubt[]>(() =>
    asked.value.flatMap((ofSheet, nth) =>
      ofSheet.map((doubt) => {
        const key = doubtKey(sheetName(nth), doubt);
        const columns = sheetAt(nth)?.columns ?? [];
        const answered =
          onlyTells(doubt) ||
          isAnswered(doubt, { mapping: mapping.value, part: part(nth), columns }) ||
          agreed.value.has(key);
        return { key, nth, doubt, answered };
      }),
    ),
  );
  const openMust = computed(
    () => doubts.value.filter(({ doubt, answered }) => doubt.mustBeAnswered && !answered).length,
  );
  const openCount = computed(() => doubts.value.filter(({ answered }) => !answered).length);
  const block = computed(() =>
    whatBlocks({
      preview: preview.value,
      sourceName: source.name.value,
      codeTaken: source.takenBy.value !== null,
      openMust: openMust.value,
    }),
  );

  /** All that was said about columns is forgotten: the file is read in another way now. */
  function forget(): void {
    edited.value = null;
    agreed.value = new Set();
    asked.value = [];
  }

  const importWish = computed<ImportWish>(() => {
    const { useKept: _kept, ...said } = wish.value;
    const told = preview.value?.sheets[0]?.kind ?? null;
    return {
      ...said,
      ...(source.isNew.value ? { sourceName: source.name.value.trim() } : {}),
      ...(told === null ? {} : { kind: told }),
      ...(preview.value === undefined ? {} : { format: preview.value.format.code as ImportWish['format'] }),
      mapping: mapping.value,
    };
  });

  return {
    upload,
    source,
    readAs,
    kind,
    query,
    preview,
    mapping,
    part,
    sheetAt,
    doubts,
    formats,
    openCount,
    openMust,
    block,
    agreed,
    importWish,
    needsEncoding: computed(() => preview.value !== undefined && asksEncoding(preview.value)),
    /** True while what is shown is older than what was said. */
    isLate: computed(() => query.isFetching.value || JSON.stringify(settledWish.value) !== JSON.stringify(wish.value)),
    edit: (nth: number, change: (before: SheetMapping) => SheetMapping) => {
      edited.value = withPart(mapping.value, sheetName(nth), change);
    },
    editWhole: (change: (before: ImportMapping) => ImportMapping) => {
      edited.value = change(mapping.value);
    },
    agree: (key: string, yes = true) => {
      const next = new Set(agreed.value);
      if (yes) next.add(key);
      else next.delete(key);
      agreed.value = next;
    },
    readDifferently: (said: Partial<ReadAs>) => {
      forget();
      readAs.value = { ...readAs.value, ...said };
    },
    chooseKind: (chosen: FactKind) => {
      forget();
      kind.value = chosen;
    },
    /** Asks again what one row is. */
    askKind: () => {
      forget();
      kind.value = null;
      useKept.value = false;
    },
    proposeAnew: () => {
      forget();
      useKept.value = false;
    },
  };
}

export type Preparation = ReturnType<typeof openPreparation>;

const KEY: InjectionKey<Preparation> = Symbol('preparation');

/** `source` is where the file is known to be from: its folder says so, and then no other name makes another code. */
export function providePreparation(upload: UploadDto, source?: string): Preparation {
  const preparation = openPreparation(upload, source);
  provide(KEY, preparation);
  return preparation;
}

export function usePreparation(): Preparation {
  const preparation = inject(KEY);
  if (preparation === undefined) throw new Error('there is no file being prepared here');
  return preparation;
}
