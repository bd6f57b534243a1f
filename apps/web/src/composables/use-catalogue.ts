import { useQuery } from '@tanstack/vue-query';
import { api } from '../api/client.ts';

/** The catalogue of metrics: unit, direction, method and the dimensions each can be broken down by. */
export function useCatalogue() {
  return useQuery({
    queryKey: ['catalogue'],
    queryFn: ({ signal }) => api.catalogue(signal),
    staleTime: Infinity,
  });
}
