import type { Router } from 'vue-router';
import type { Language } from '#domain/language.ts';
import { door } from '../../api/door.ts';
import { queryClient } from '../../api/query-client.ts';
import { speak } from '../../i18n/i18n.ts';
import { isSpoken } from '../../i18n/language-choice.ts';
import { placeWanted } from '../../session/place-wanted.ts';
import { loadSession } from '../../session/session.ts';

interface Arrival {
  /** Where to go; where somebody wanted to go when left out. */
  to?: string;
  /** The language somebody chose at the door; left out, the page speaks the one of their account. */
  chosen?: Language;
}

/** Goes on from the door, as the person somebody is now and in their language. */
export async function comeIn(router: Router, { to, chosen }: Arrival = {}): Promise<void> {
  queryClient.clear();
  const person = await loadSession();
  // Whether the choice is kept or not, they are in.
  if (chosen !== undefined) await door.editProfile({ language: chosen }).catch(() => undefined);
  else if (person?.language && isSpoken(person.language)) {
    localStorage.setItem('bedside.language', person.language);
    await speak(person.language);
  }
  await router.replace(placeWanted(to ?? router.currentRoute.value.query.to));
}
