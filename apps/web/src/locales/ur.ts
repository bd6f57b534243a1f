import { account } from './ur/account.ts';
import { administration } from './ur/administration.ts';
import { audit } from './ur/audit.ts';
import { compare } from './ur/compare.ts';
import { baselines } from './ur/baselines.ts';
import { complaints } from './ur/complaints.ts';
import { patients } from './ur/patients.ts';
import { quarantine } from './ur/quarantine.ts';
import { records } from './ur/records.ts';
import { dashboards } from './ur/dashboards.ts';
import { drivers } from './ur/drivers.ts';
import { explain } from './ur/explain.ts';
import { filters } from './ur/filters.ts';
import { finding } from './ur/finding.ts';
import { freshness } from './ur/freshness.ts';
import { identity } from './ur/identity.ts';
import { imports } from './ur/imports.ts';
import { mapping } from './ur/mapping.ts';
import { masking } from './ur/masking.ts';
import { meanings } from './ur/meanings.ts';
import { panels } from './ur/panels.ts';
import { people } from './ur/people.ts';
import { settings } from './ur/settings.ts';
import { sources } from './ur/sources.ts';
import { structure } from './ur/structure.ts';
import { shell } from './ur/shell.ts';
import { signIn } from './ur/sign-in.ts';
import { webhooks } from './ur/webhooks.ts';
import { why } from './ur/why.ts';
import { words } from './ur/words.ts';
import type { Messages } from './messages.ts';

export const ur: Messages = {
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
