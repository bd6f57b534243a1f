import { readFileSync } from 'node:fs';
import { SettingTrouble } from '../../serving/setting-trouble.ts';
import { type ClaimMapping, parseMapping } from './claim-mapping.ts';

/** The hospital's own sign-in, as the operator describes it. */
export interface OidcSettings {
  issuer: string;
  clientId: string;
  /** Left out for a client that shows none. */
  clientSecret?: string;
  /** What people call it: “Sign in with …”. */
  name: string;
  scope: string;
  /** The claim that says what somebody is; with dots, a claim within claims. */
  roleClaim: string;
  departmentClaim: string;
  mapping: ClaimMapping;
  /** Further origins the provider answers from, besides that of the issuer. */
  alsoAsk: readonly string[];
}

/** Names the settings of the identity provider; undefined where there is none. */
export const OIDC_SETTINGS = Symbol('the identity provider');

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Reads the variables that begin with BEDSIDE_OIDC_; throws on what cannot be meant. */
export function oidcFrom(
  environment: NodeJS.ProcessEnv,
  readFile: (path: string) => string = (path) => readFileSync(path, 'utf8'),
): OidcSettings | undefined {
  const read = (name: string): string | undefined => environment[`BEDSIDE_OIDC_${name}`]?.trim() || undefined;
  const [issuer, clientId, mapping] = [read('ISSUER'), read('CLIENT_ID'), read('MAPPING')];
  if (issuer === undefined && clientId === undefined) return undefined;
  if (issuer === undefined || clientId === undefined || mapping === undefined) {
    throw new SettingTrouble(
      'For sign-in with an identity provider set BEDSIDE_OIDC_ISSUER, BEDSIDE_OIDC_CLIENT_ID and BEDSIDE_OIDC_MAPPING ' +
        '(who gets which role; see docs/sign-in-with-oidc.md).',
    );
  }
  if (!isSafe(issuer)) {
    throw new SettingTrouble('BEDSIDE_OIDC_ISSUER must be an https address, like https://login.hospital.example');
  }
  const alsoAsk = (read('ALSO_ASK') ?? '').split(/[\s,]+/).filter((part) => part !== '');
  if (!alsoAsk.every(isSafe)) {
    throw new SettingTrouble('BEDSIDE_OIDC_ALSO_ASK must list https addresses, like https://keys.hospital.example');
  }
  return {
    issuer,
    clientId,
    clientSecret: read('CLIENT_SECRET'),
    name: read('NAME') ?? new URL(issuer).host,
    scope: read('SCOPE') ?? 'openid profile email',
    roleClaim: read('ROLE_CLAIM') ?? 'roles',
    departmentClaim: read('DEPARTMENT_CLAIM') ?? 'departments',
    mapping: parseMapping(mapping.startsWith('{') ? mapping : fileAt(mapping, readFile)),
    alsoAsk: alsoAsk.map((address) => new URL(address).origin),
  };
}

/** Over plain http anybody on the way could be the provider; within one machine nobody is on the way. */
function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
}

function fileAt(path: string, readFile: (path: string) => string): string {
  try {
    return readFile(path);
  } catch {
    throw new SettingTrouble(`BEDSIDE_OIDC_MAPPING names ${path}, which cannot be read: give the path of a JSON file.`);
  }
}
