import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import type { ComplaintStepDto } from '#contracts/complaints.dto.ts';
import { api } from '../../api/client.ts';

/** One complaint with its history. */
export function useComplaint(number: MaybeRefOrGetter<number>) {
  return useQuery({
    queryKey: ['complaint', computed(() => toValue(number))],
    queryFn: ({ signal }) => api.complaint(toValue(number), signal),
  });
}

/**
 * Sends a step. The answer is the complaint as it then stands; whatever the outcome, the queue and the complaint are read
 * again, since a refusal means that somebody else was quicker.
 */
export function useStep(number: MaybeRefOrGetter<number>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (step: ComplaintStepDto) => api.takeStep(toValue(number), step),
    onSuccess: (complaint) => {
      queries.setQueryData(['complaint', complaint.number], complaint);
      void queries.invalidateQueries({ queryKey: ['complaints'] });
      void queries.invalidateQueries({ queryKey: ['metrics'] });
    },
    onError: () => queries.invalidateQueries({ queryKey: ['complaint', toValue(number)] }),
  });
}
