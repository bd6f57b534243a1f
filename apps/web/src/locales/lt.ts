import { account } from './lt/account.ts';
import { administration } from './lt/administration.ts';
import { audit } from './lt/audit.ts';
import { compare } from './lt/compare.ts';
import { baselines } from './lt/baselines.ts';
import { complaints } from './lt/complaints.ts';
import { patients } from './lt/patients.ts';
import { quarantine } from './lt/quarantine.ts';
import { records } from './lt/records.ts';
import { dashboards } from './lt/dashboards.ts';
import { drivers } from './lt/drivers.ts';
import { explain } from './lt/explain.ts';
import { filters } from './lt/filters.ts';
import { finding } from './lt/finding.ts';
import { freshness } from './lt/freshness.ts';
import { identity } from './lt/identity.ts';
import { imports } from './lt/imports.ts';
import { mapping } from './lt/mapping.ts';
import { masking } from './lt/masking.ts';
import { meanings } from './lt/meanings.ts';
import { panels } from './lt/panels.ts';
import { people } from './lt/people.ts';
import { settings } from './lt/settings.ts';
import { sources } from './lt/sources.ts';
import { structure } from './lt/structure.ts';
import { shell } from './lt/shell.ts';
import { signIn } from './lt/sign-in.ts';
import { webhooks } from './lt/webhooks.ts';
import { why } from './lt/why.ts';
import { words } from './lt/words.ts';
import type { Messages } from './messages.ts';

export const lt: Messages = {
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
