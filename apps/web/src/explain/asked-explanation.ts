import { readonly, shallowRef } from 'vue';
import type { ExplainQueryDto } from '#contracts/explain-query.dto.ts';

const current = shallowRef<ExplainQueryDto | null>(null);

/** The number whose computation is open; null while none is. There is one drawer for all of a page. */
export const askedExplanation = readonly(current);

export function explain(question: ExplainQueryDto): void {
  current.value = question;
}

export function closeExplanation(): void {
  current.value = null;
}
