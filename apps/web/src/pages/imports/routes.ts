import type { RouteRecordRaw } from 'vue-router';

export const importRoutes: RouteRecordRaw[] = [
  {
    path: '/imports',
    name: 'imports',
    component: () => import('./ImportsPage.vue'),
    meta: { needs: ['send', 'rows'] },
  },
  {
    path: '/imports/uploads/:id',
    name: 'import-file',
    component: () => import('./FilePage.vue'),
    props: ({ params, query }) => ({
      id: params.id,
      ...(typeof query.source === 'string' && { source: query.source }),
    }),
    meta: { needs: ['send', 'rows'] },
  },
  {
    path: '/imports/:id',
    name: 'import',
    component: () => import('./ImportPage.vue'),
    props: true,
    meta: { needs: ['send', 'rows'] },
  },
];
