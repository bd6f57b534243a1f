import { type Role, ROLES_OF_DEPARTMENTS } from '#domain/role.ts';
import type { Language } from '#domain/language.ts';

/** A person as a form holds them. */
export interface PersonDraft {
  email: string;
  name: string;
  role: Role;
  departments: readonly string[];
  language: Language | '';
}

export const EMPTY_DRAFT: PersonDraft = { email: '', name: '', role: 'department-head', departments: [], language: '' };

/** Roles that see only what they are given ask for departments. */
export const needsDepartments = (role: Role): boolean => ROLES_OF_DEPARTMENTS.includes(role);

/** What is still missing from a draft, by field. */
export function faultsOf({ email, name, role, departments }: PersonDraft): {
  email: boolean;
  name: boolean;
  departments: boolean;
} {
  return {
    email: !/^\S+@\S+\.\S+$/.test(email.trim()),
    name: name.trim() === '',
    departments: needsDepartments(role) && departments.length === 0,
  };
}

/** What is sent of a draft. */
export function sentOf({ email, name, role, departments, language }: PersonDraft) {
  return {
    email: email.trim(),
    name: name.trim(),
    role,
    departments: needsDepartments(role) ? [...departments] : [],
    language: language === '' ? null : language,
  };
}
