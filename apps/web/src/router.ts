import { shallowRef } from 'vue';
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import { keepSession } from './session/keep-session.ts';
import { administrationRoutes } from './pages/administration/routes.ts';
import { importRoutes } from './pages/imports/routes.ts';
import { quarantineRoutes } from './pages/quarantine/routes.ts';
import { doorRoutes } from './pages/sign-in/routes.ts';
import { ApiFailure } from './api/api-failure.ts';

const dashboardPage = () => import('./pages/dashboard/DashboardPage.vue');

const routes: RouteRecordRaw[] = [
  { path: '/', redirect: '/this-week' },
  { path: '/this-week', name: 'this-week', component: dashboardPage, props: { code: 'weekly-cx' } },
  { path: '/touchpoints', name: 'touchpoints', component: dashboardPage, props: { code: 'touchpoints' } },
  { path: '/waits', name: 'waits', component: dashboardPage, props: { code: 'waits' } },
  { path: '/compare', name: 'compare', component: () => import('./pages/compare/ComparePage.vue') },
  { path: '/complaints/numbers', name: 'complaint-numbers', component: dashboardPage, props: { code: 'complaints' } },
  {
    path: '/complaints',
    name: 'complaints',
    component: () => import('./pages/complaints/ComplaintsPage.vue'),
    meta: { needs: ['read', 'complaints'] },
    children: [
      {
        path: 'new',
        name: 'log-complaint',
        component: () => import('./pages/complaints/LogComplaintPage.vue'),
        meta: { needs: ['log', 'complaints'] },
      },
      {
        path: ':number(\\d+)',
        name: 'complaint',
        component: () => import('./pages/complaints/ComplaintPage.vue'),
        props: ({ params }) => ({ number: Number(params.number) }),
      },
    ],
  },
  {
    path: '/records',
    name: 'records',
    component: () => import('./pages/records/RecordsPage.vue'),
    meta: { needs: ['read', 'words'] },
  },
  ...importRoutes,
  ...quarantineRoutes,
  ...doorRoutes,
  { path: '/account', name: 'account', component: () => import('./pages/account/AccountPage.vue') },
  administrationRoutes,
  {
    path: '/not-signed-in',
    name: 'not-signed-in',
    component: () => import('./pages/not-signed-in/NotSignedInPage.vue'),
    meta: { open: true },
  },
  { path: '/not-allowed', name: 'not-allowed', component: () => import('./pages/not-allowed/NotAllowedPage.vue') },
  { path: '/:missing(.*)', name: 'missing', component: () => import('./pages/missing/MissingPage.vue') },
];

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
});

keepSession(router);

/** Why a page could not be opened: its code did not arrive. null once a page has. */
export const pageFailure = shallowRef<ApiFailure | null>(null);

router.onError(() => {
  pageFailure.value = new ApiFailure(0, []);
});
router.afterEach((_to, _from, failure) => {
  if (!failure) pageFailure.value = null;
});
