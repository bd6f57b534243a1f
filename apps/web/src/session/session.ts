import { createMongoAbility } from '@casl/ability';
import { computed, readonly, shallowRef } from 'vue';
import type { Action, Subject } from '#domain/role.ts';
import { ApiFailure } from '../api/api-failure.ts';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

type Person = components['schemas']['SessionDto'];

const current = shallowRef<Person | null>();
const abilities = computed(() => createMongoAbility(current.value?.abilities ?? []));

/** Whoever is signed in; null for nobody, undefined until the API has been asked. */
export const person = readonly(current);

/** True for what the signed-in person may do; what they may not is not offered. */
export const may = (action: Action, subject: Subject): boolean => abilities.value.can(action, subject);

/** Asks the API who is signed in. */
export async function loadSession(): Promise<Person | null> {
  current.value = await api.session().catch((error: unknown) => {
    if (error instanceof ApiFailure && error.status === 401) return null;
    throw error;
  });
  return current.value;
}

/** Forgets who was signed in, as when a session has ended. */
export function forgetSession(): void {
  current.value = null;
}
