import type { RouteRecordRaw } from 'vue-router';
import { openRooms } from './open-rooms.ts';
import { ADMINISTRATION_ROOMS, type AdministrationRoom } from './rooms.ts';

const PAGES: Record<AdministrationRoom['code'], NonNullable<RouteRecordRaw['component']>> = {
  people: () => import('./people/PeoplePage.vue'),
  departments: () => import('./departments/DepartmentsPage.vue'),
  touchpoints: () => import('./touchpoints/TouchpointsPage.vue'),
  sources: () => import('./sources/SourcesPage.vue'),
  settings: () => import('./settings/SettingsPage.vue'),
  patients: () => import('./patients/PatientsPage.vue'),
  audit: () => import('./audit/AuditPage.vue'),
};

export const administrationRoutes: RouteRecordRaw = {
  path: '/administration',
  component: () => import('./AdministrationPage.vue'),
  children: [
    {
      path: '',
      name: 'administration',
      component: { render: () => null },
      // Not a redirect: that would be decided before anybody knows who is signed in.
      beforeEnter: () => {
        const [first] = openRooms();
        return { name: first === undefined ? 'not-allowed' : `administration-${first.code}` };
      },
    },
    ...ADMINISTRATION_ROOMS.map(({ code, needs }) => ({
      path: code,
      name: `administration-${code}`,
      component: PAGES[code],
      meta: { needs },
    })),
    {
      path: 'sources/:code',
      name: 'administration-source',
      component: () => import('./sources/SourcePage.vue'),
      props: ({ params }) => ({ code: String(params.code) }),
      meta: { needs: ['read', 'sources'] },
    },
  ],
};
