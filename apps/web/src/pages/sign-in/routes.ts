import type { RouteRecordRaw } from 'vue-router';

const linkPage = () => import('./LinkPage.vue');

/** Pages open to people nobody knows yet. */
export const doorRoutes: RouteRecordRaw[] = [
  { path: '/sign-in', name: 'sign-in', component: () => import('./SignInPage.vue'), meta: { open: true } },
  { path: '/sign-out', name: 'sign-out', component: () => import('./SignOutPage.vue'), meta: { open: true } },
  {
    path: '/first-administrator',
    component: linkPage,
    props: { purpose: 'first-administrator' },
    meta: { open: true },
  },
  { path: '/invitation', component: linkPage, props: { purpose: 'invitation' }, meta: { open: true } },
  { path: '/reset', component: linkPage, props: { purpose: 'password-reset' }, meta: { open: true } },
];
