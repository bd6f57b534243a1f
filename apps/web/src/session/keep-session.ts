import type { Router } from 'vue-router';
import { ApiFailure } from '../api/api-failure.ts';
import { queryClient } from '../api/query-client.ts';
import { forgetSession, loadSession, may, person } from './session.ts';

declare module 'vue-router' {
  interface RouteMeta {
    /** Open to people nobody knows yet, and shown without the shell around it. */
    open?: true;
    /** What a page asks of whoever opens it. */
    needs?: Parameters<typeof may>;
  }
}

/** Sends whoever is not signed in to the page where they can, and back to where they wanted to go. */
export function keepSession(router: Router): void {
  router.beforeEach(async (to) => {
    if (to.meta.open) return true;
    const known = person.value === undefined ? await loadSession() : person.value;
    if (known === null) return { name: 'sign-in', query: { to: to.fullPath } };
    const needs = to.matched.map(({ meta }) => meta.needs).filter((need) => need !== undefined);
    return needs.every(([action, subject]) => may(action, subject)) ? true : { name: 'not-allowed' };
  });
  const ended = (error: unknown): void => {
    if (!(error instanceof ApiFailure && error.status === 401) || router.currentRoute.value.meta.open) return;
    forgetSession();
    queryClient.clear();
    void router.replace({ name: 'sign-in', query: { to: router.currentRoute.value.fullPath } });
  };
  queryClient.getQueryCache().config.onError = ended;
  queryClient.getMutationCache().config.onError = ended;
}
