import { ROLES, type Role } from '#domain/role.ts';
import { SettingTrouble } from '../../serving/setting-trouble.ts';

/** Which values of the provider's claims mean what here. */
export interface ClaimMapping {
  roles: ReadonlyMap<string, Role>;
  /** Codes of departments; null where the claim itself holds codes. */
  departments: ReadonlyMap<string, readonly string[]> | null;
}

/** What the claims say somebody is here. */
export interface Placement {
  role: Role;
  /** Codes as the claims or the mapping give them; there may be none of that code. */
  departments: readonly string[];
}

/** Reads `{ "roles": { "value": "role" }, "departments": { "value": ["code"] } }`; throws on anything else. */
export function parseMapping(text: string): ClaimMapping {
  const given = asRecord(parsed(text));
  const roles = asRecord(given?.roles);
  if (given === null || roles === null || Object.keys(roles).length === 0) throw new SettingTrouble(SHAPE);
  const departments = given.departments === undefined ? null : asRecord(given.departments);
  if (given.departments !== undefined && departments === null) throw new SettingTrouble(SHAPE);
  return {
    roles: new Map(Object.entries(roles).map(([value, role]) => [value, roleOf(value, role)])),
    departments:
      departments && new Map(Object.entries(departments).map(([value, codes]) => [value, codesOf(value, codes)])),
  };
}

/**
 * What somebody is by their claims; null when no value of the role claim means anything here. Of several roles the
 * first in the order of `ROLES` counts.
 */
export function placementOf(
  claims: Readonly<Record<string, unknown>>,
  { roleClaim, departmentClaim, mapping }: { roleClaim: string; departmentClaim: string; mapping: ClaimMapping },
): Placement | null {
  const meant = new Set(valuesOf(claims, roleClaim).map((value) => mapping.roles.get(value)));
  const role = ROLES.find((one) => meant.has(one));
  if (role === undefined) return null;
  const { departments } = mapping;
  const codes = valuesOf(claims, departmentClaim).flatMap((value) =>
    departments === null ? [value] : (departments.get(value) ?? []),
  );
  return { role, departments: [...new Set(codes)] };
}

/** The texts a claim holds: one, or a list; `realm_access.roles` is found within `realm_access`. */
export function valuesOf(claims: Readonly<Record<string, unknown>>, name: string): string[] {
  let value: unknown = Object.hasOwn(claims, name) ? claims[name] : undefined;
  if (value === undefined) {
    value = name.split('.').reduce<unknown>((within, step) => {
      const record = asRecord(within);
      return record !== null && Object.hasOwn(record, step) ? record[step] : undefined;
    }, claims);
  }
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SettingTrouble('BEDSIDE_OIDC_MAPPING is not JSON: check its quotes, commas and brackets.');
  }
}

function asRecord(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

function roleOf(value: string, role: unknown): Role {
  const known = ROLES.find((one) => one === role);
  if (known === undefined) {
    throw new SettingTrouble(`BEDSIDE_OIDC_MAPPING gives ${value} a role there is not: use ${ROLES.join(', ')}.`);
  }
  return known;
}

function codesOf(value: string, codes: unknown): string[] {
  const list = typeof codes === 'string' ? [codes] : codes;
  if (!Array.isArray(list) || !list.every((code) => typeof code === 'string')) {
    throw new SettingTrouble(`BEDSIDE_OIDC_MAPPING must give ${value} a list of department codes.`);
  }
  return list;
}

const SHAPE =
  'BEDSIDE_OIDC_MAPPING must say which value of the role claim means which role, like {"roles": {"cx-team": "quality-manager"}}.';
