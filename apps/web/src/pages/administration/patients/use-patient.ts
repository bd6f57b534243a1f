import { useMutation } from '@tanstack/vue-query';
import { shallowRef } from 'vue';
import { api } from '../../../api/client.ts';
import type { components } from '../../../api/schema.gen.ts';

type Held = components['schemas']['HeldDto'];

/**
 * One patient looked up, from the identifier they gave to their copy or the erasure. Nothing of it outlives the page:
 * neither the address nor the browser's storage hears of the patient.
 */
export function usePatient() {
  const identifier = shallowRef('');
  const held = shallowRef<Held>();
  const copy = shallowRef<components['schemas']['PatientExportDto']>();
  const erased = shallowRef<Held>();

  const find = useMutation({
    gcTime: 0,
    mutationFn: (given: string) => api.findPatient({ identifier: given }),
    onMutate: (given) => {
      identifier.value = given;
      held.value = copy.value = erased.value = undefined;
    },
    onSuccess: (found) => {
      held.value = found;
    },
  });
  const open = useMutation({
    gcTime: 0,
    mutationFn: () => api.exportPatient({ identifier: identifier.value }),
    onSuccess: (everything) => {
      copy.value = everything;
    },
  });
  const erase = useMutation({
    gcTime: 0,
    mutationFn: (reason: string) => api.erasePatient({ identifier: identifier.value, reason }),
    onSuccess: (gone) => {
      erased.value = gone;
      held.value = copy.value = undefined;
    },
  });

  return { identifier, held, copy, erased, find, open, erase };
}
