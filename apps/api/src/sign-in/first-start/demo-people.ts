import type { Role } from '#domain/role.ts';

/** Somebody of the demo network, to be tried on like a coat. */
export interface DemoPerson {
  email: string;
  name: string;
  role: Role;
  /** The one department they see, by its code; the whole network when left out. */
  department?: string;
}

/** One of each role. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { email: 'administrator@demo.example', name: 'Mai Nguyễn', role: 'administrator' },
  { email: 'quality@demo.example', name: 'Rasa Kalniņa', role: 'quality-manager' },
  { email: 'ward@demo.example', name: 'Somchai Rattanakul', role: 'department-head', department: 'ward-4b' },
  { email: 'billing@demo.example', name: 'Jonas Petraitis', role: 'staff', department: 'billing-office' },
  { email: 'auditor@demo.example', name: 'Ayesha Siddiqui', role: 'auditor' },
];
