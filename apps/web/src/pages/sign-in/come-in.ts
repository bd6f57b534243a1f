import type { Router } from 'vue-router';
import { queryClient } from '../../api/query-client.ts';
import { speak } from '../../i18n/i18n.ts';
import { isSpoken } from '../../i18n/language-choice.ts';
import { placeWanted } from '../../session/place-wanted.ts';
import { loadSession } from '../../session/session.ts';

/** Goes on, to where somebody wanted to go unless told otherwise, as the person they are now and in their language. */
export async function comeIn(router: Router, to?: string): Promise<void> {
  queryClient.clear();
  const person = await loadSession();
  if (person?.language && isSpoken(person.language)) {
    localStorage.setItem('bedside.language', person.language);
    await speak(person.language);
  }
  await router.replace(placeWanted(to ?? router.currentRoute.value.query.to));
}
