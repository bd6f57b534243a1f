import { useQuery } from '@tanstack/vue-query';
import { type MaybeRefOrGetter, toValue } from 'vue';
import { administrationApi } from '../../../api/administration.ts';

/** Everybody with an account. */
export function usePeople() {
  return useQuery({ queryKey: ['people'], queryFn: ({ signal }) => administrationApi.people(signal) });
}

/** Where somebody is signed in. */
export function usePersonSessions(id: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: ['people', toValue(id), 'sessions'],
    queryFn: ({ signal }) => administrationApi.personSessions(toValue(id), signal),
    staleTime: 0,
  });
}
