import { useQuery } from '@tanstack/vue-query';
import { api } from '../api/client.ts';

/** What the caller may see of the organisation: its sites, departments, touchpoints, and today's date there. */
export function useOrganisation() {
  return useQuery({
    queryKey: ['organisation'],
    queryFn: ({ signal }) => api.organisation(signal),
    staleTime: 300_000,
  });
}
