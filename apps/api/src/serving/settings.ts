import { isIP } from 'node:net';
import type { MailSettings } from '../mail/mail-settings.ts';
import { type OidcSettings, oidcFrom } from '../sign-in/oidc/oidc-settings.ts';
import { SettingTrouble } from './setting-trouble.ts';

/** What an operator says about the surroundings of an installation. */
export interface Settings {
  /** Where people reach it, when that is not where it serves. */
  publicUrl?: string;
  mail?: MailSettings;
  /** The hospital's own sign-in. */
  identityProvider?: OidcSettings;
  /** Addresses of the proxies whose word about who calls is taken. */
  trustProxy?: string[];
}

/** Reads BEDSIDE_URL, BEDSIDE_SMTP_URL, BEDSIDE_MAIL_FROM, BEDSIDE_TRUST_PROXY and BEDSIDE_OIDC_…; throws on what cannot be meant. */
export function settingsFrom(environment: NodeJS.ProcessEnv): Settings {
  const publicUrl = environment.BEDSIDE_URL || undefined;
  if (publicUrl !== undefined && !/^https?:\/\/[^/?#]+\/?$/.test(publicUrl)) {
    throw new SettingTrouble(
      'BEDSIDE_URL must be where people reach Bedside, without a path, like https://bedside.hospital.example',
    );
  }
  return {
    publicUrl,
    mail: mailFrom(environment),
    identityProvider: oidcFrom(environment),
    trustProxy: proxiesFrom(environment.BEDSIDE_TRUST_PROXY),
  };
}

function mailFrom({ BEDSIDE_SMTP_URL: smtpUrl, BEDSIDE_MAIL_FROM: from }: NodeJS.ProcessEnv): MailSettings | undefined {
  if (!smtpUrl && !from) return undefined;
  if (!smtpUrl || !from) {
    throw new SettingTrouble(
      'To send mail, set both BEDSIDE_SMTP_URL (like smtps://user:password@mail.hospital.example) and ' +
        'BEDSIDE_MAIL_FROM (like bedside@hospital.example).',
    );
  }
  if (!/^smtps?:\/\//.test(smtpUrl) || !URL.canParse(smtpUrl)) {
    throw new SettingTrouble(
      'BEDSIDE_SMTP_URL must look like smtps://user:password@mail.hospital.example (smtp:// for port 25 or 587).',
    );
  }
  return { smtpUrl, from };
}

/** Named kinds of networks, besides addresses and ranges. */
const NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];

function proxiesFrom(text = ''): string[] | undefined {
  const proxies = text.split(/[\s,]+/).filter((part) => part !== '');
  const odd = proxies.find((proxy) => !NETWORKS.includes(proxy) && !isRange(proxy));
  if (odd !== undefined) {
    throw new SettingTrouble(
      `BEDSIDE_TRUST_PROXY names ${odd}, which is no address: list those of your proxies, like 10.0.0.5, 10.1.0.0/16`,
    );
  }
  return proxies.length === 0 ? undefined : proxies;
}

function isRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= (family === 4 ? 32 : 128))
  );
}
