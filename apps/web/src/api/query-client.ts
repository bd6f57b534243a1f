import { QueryClient } from '@tanstack/vue-query';
import { ApiFailure } from './api-failure.ts';

/** Answers stay fresh for a minute; a refusal (4xx) is not asked again, a hiccup is, twice. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && !(error instanceof ApiFailure && error.refused),
    },
  },
});
