import { type QueryKey, useMutation, useQueryClient } from '@tanstack/vue-query';

/**
 * A change of what a page shows. Whatever the outcome, what is shown is read again: a refusal may mean that somebody else
 * was quicker.
 */
export function useChange<Input, Answer>(stale: readonly QueryKey[], change: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => Promise.all(stale.map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
