import { useQuery } from '@tanstack/vue-query';
import { administrationApi } from '../../../api/administration.ts';

/** How a source delivers, day by day. */
export function useDeliveries(code: () => string) {
  return useQuery({
    queryKey: ['sources', code, 'freshness'],
    queryFn: ({ signal }) => administrationApi.deliveries(code(), signal),
  });
}
