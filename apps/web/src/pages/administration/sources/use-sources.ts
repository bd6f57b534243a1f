import { useQuery } from '@tanstack/vue-query';
import { administrationApi } from '../../../api/administration.ts';

/** Where rows come from. */
export function useSources() {
  return useQuery({ queryKey: ['sources'], queryFn: ({ signal }) => administrationApi.sources(signal) });
}
