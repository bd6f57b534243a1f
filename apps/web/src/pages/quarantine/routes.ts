import type { RouteRecordRaw } from 'vue-router';

export const quarantineRoutes: RouteRecordRaw[] = [
  {
    path: '/quarantine',
    name: 'quarantine',
    component: () => import('./QuarantinePage.vue'),
    meta: { needs: ['read', 'quarantine'] },
  },
];
