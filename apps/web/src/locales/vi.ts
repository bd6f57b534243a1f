import { account } from './vi/account.ts';
import { administration } from './vi/administration.ts';
import { audit } from './vi/audit.ts';
import { compare } from './vi/compare.ts';
import { baselines } from './vi/baselines.ts';
import { complaints } from './vi/complaints.ts';
import { patients } from './vi/patients.ts';
import { quarantine } from './vi/quarantine.ts';
import { records } from './vi/records.ts';
import { dashboards } from './vi/dashboards.ts';
import { drivers } from './vi/drivers.ts';
import { explain } from './vi/explain.ts';
import { filters } from './vi/filters.ts';
import { finding } from './vi/finding.ts';
import { freshness } from './vi/freshness.ts';
import { identity } from './vi/identity.ts';
import { imports } from './vi/imports.ts';
import { mapping } from './vi/mapping.ts';
import { masking } from './vi/masking.ts';
import { meanings } from './vi/meanings.ts';
import { panels } from './vi/panels.ts';
import { people } from './vi/people.ts';
import { settings } from './vi/settings.ts';
import { sources } from './vi/sources.ts';
import { structure } from './vi/structure.ts';
import { shell } from './vi/shell.ts';
import { signIn } from './vi/sign-in.ts';
import { webhooks } from './vi/webhooks.ts';
import { why } from './vi/why.ts';
import { words } from './vi/words.ts';
import type { Messages } from './messages.ts';

export const vi: Messages = {
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
