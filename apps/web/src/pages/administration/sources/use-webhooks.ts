import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { webhooksApi } from '../../../api/webhooks.ts';

/** The webhooks of a source, and what was last delivered to them. */
export function useWebhooks(code: () => string) {
  return useQuery({
    queryKey: computed(() => ['webhooks', code()]),
    queryFn: ({ signal }) => webhooksApi.webhooks(code(), signal),
  });
}
