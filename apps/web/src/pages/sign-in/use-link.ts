import { useQuery } from '@tanstack/vue-query';
import { type LinkPurpose, door } from '../../api/door.ts';

/** The secret behind the # of this page's address, and whom it is for. */
export function useLink(purpose: LinkPurpose) {
  const token = location.hash.slice(1);
  const query = useQuery({
    queryKey: ['link', purpose],
    queryFn: () => door.lookAtLink(purpose, token),
    retry: false,
    refetchOnWindowFocus: false,
  });
  return { token, ...query };
}
