import { computed } from 'vue';
import { ApiFailure } from '../../api/api-failure.ts';
import { useOrganisation } from '../../composables/use-organisation.ts';

/** Whether nobody has said yet what the organisation is made of; false while that is not known. */
export function useNotSetUp() {
  const { data, error } = useOrganisation();
  return computed(
    () => data.value?.sites.length === 0 || (error.value instanceof ApiFailure && error.value.status === 404),
  );
}
