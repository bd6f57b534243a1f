import { CreateSchema1795305600001 } from './migrations/0001-create-schema.ts';
import { CreateAccess1795305600002 } from './migrations/0002-create-access.ts';
import { CreateImports1795305600003 } from './migrations/0003-create-imports.ts';
import { KeepClaimedRoles1795305600004 } from './migrations/0004-keep-claimed-roles.ts';
import { CreateUploads1795305600005 } from './migrations/0005-create-uploads.ts';
import { MendQuarantine1795305600006 } from './migrations/0006-mend-quarantine.ts';
import { MaskBySource1795305600007 } from './migrations/0007-mask-by-source.ts';
import { CreateFreshness1795305600008 } from './migrations/0008-create-freshness.ts';
import { CreateWebhooks1795305600009 } from './migrations/0009-create-webhooks.ts';
import { CreateSurveyCounts1795305600010 } from './migrations/0010-create-survey-counts.ts';
import { MergeVisits1795305600011 } from './migrations/0011-merge-visits.ts';
import { KeepRowParts1795305600012 } from './migrations/0012-keep-row-parts.ts';
import { KeepBaselines1795305600013 } from './migrations/0013-keep-baselines.ts';

/** In the order they run. */
export const MIGRATIONS = [
  CreateSchema1795305600001,
  CreateAccess1795305600002,
  CreateImports1795305600003,
  KeepClaimedRoles1795305600004,
  CreateUploads1795305600005,
  MendQuarantine1795305600006,
  MaskBySource1795305600007,
  CreateFreshness1795305600008,
  CreateWebhooks1795305600009,
  CreateSurveyCounts1795305600010,
  MergeVisits1795305600011,
  KeepRowParts1795305600012,
  KeepBaselines1795305600013,
];
