import type { Action, Subject } from '#domain/role.ts';

/** A page of the administration, with what it asks of whoever opens it; the words are under `administration.rooms`. */
export interface AdministrationRoom {
  code: 'people' | 'departments' | 'touchpoints' | 'sources' | 'settings' | 'patients' | 'audit';
  icon: string;
  needs: [Action, Subject];
}

export const ADMINISTRATION_ROOMS: readonly AdministrationRoom[] = [
  { code: 'people', icon: 'i-lucide-users', needs: ['read', 'people'] },
  { code: 'departments', icon: 'i-lucide-network', needs: ['change', 'structure'] },
  { code: 'touchpoints', icon: 'i-lucide-route', needs: ['change', 'touchpoints'] },
  { code: 'sources', icon: 'i-lucide-plug', needs: ['read', 'sources'] },
  { code: 'settings', icon: 'i-lucide-sliders-horizontal', needs: ['read', 'settings'] },
  { code: 'patients', icon: 'i-lucide-user-search', needs: ['find', 'held'] },
  { code: 'audit', icon: 'i-lucide-scroll-text', needs: ['read', 'audit'] },
];
