import { account } from './en/account.ts';
import { administration } from './en/administration.ts';
import { audit } from './en/audit.ts';
import { compare } from './en/compare.ts';
import { baselines } from './en/baselines.ts';
import { complaints } from './en/complaints.ts';
import { dashboards } from './en/dashboards.ts';
import { drivers } from './en/drivers.ts';
import { explain } from './en/explain.ts';
import { filters } from './en/filters.ts';
import { finding } from './en/finding.ts';
import { freshness } from './en/freshness.ts';
import { identity } from './en/identity.ts';
import { imports } from './en/imports.ts';
import { mapping } from './en/mapping.ts';
import { masking } from './en/masking.ts';
import { meanings } from './en/meanings.ts';
import { panels } from './en/panels.ts';
import { patients } from './en/patients.ts';
import { people } from './en/people.ts';
import { settings } from './en/settings.ts';
import { sources } from './en/sources.ts';
import { structure } from './en/structure.ts';
import { quarantine } from './en/quarantine.ts';
import { records } from './en/records.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';
import { webhooks } from './en/webhooks.ts';
import { why } from './en/why.ts';
import { words } from './en/words.ts';

export const en = {
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
