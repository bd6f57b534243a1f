import { account } from './th/account.ts';
import { administration } from './th/administration.ts';
import { audit } from './th/audit.ts';
import { compare } from './th/compare.ts';
import { baselines } from './th/baselines.ts';
import { complaints } from './th/complaints.ts';
import { patients } from './th/patients.ts';
import { quarantine } from './th/quarantine.ts';
import { records } from './th/records.ts';
import { dashboards } from './th/dashboards.ts';
import { drivers } from './th/drivers.ts';
import { explain } from './th/explain.ts';
import { filters } from './th/filters.ts';
import { finding } from './th/finding.ts';
import { freshness } from './th/freshness.ts';
import { identity } from './th/identity.ts';
import { imports } from './th/imports.ts';
import { mapping } from './th/mapping.ts';
import { masking } from './th/masking.ts';
import { meanings } from './th/meanings.ts';
import { panels } from './th/panels.ts';
import { people } from './th/people.ts';
import { settings } from './th/settings.ts';
import { sources } from './th/sources.ts';
import { structure } from './th/structure.ts';
import { shell } from './th/shell.ts';
import { signIn } from './th/sign-in.ts';
import { webhooks } from './th/webhooks.ts';
import { why } from './th/why.ts';
import { words } from './th/words.ts';
import type { Messages } from './messages.ts';

export const th: Messages = {
  shell,
  explain,
  filters,
  finding,
  panels,
  baselines,
  freshness,
  dashboards,
  drivers,
  why,
  words,
  masking,
  meanings,
  compare,
  complaints,
  quarantine,
  records,
  patients,
  identity,
  administration,
  audit,
  signIn,
  account,
  people,
  settings,
  sources,
  webhooks,
  imports,
  mapping,
  structure,
};
