import { CODE } from '#domain/code.ts';
import type { Database } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { changing } from '../organisation/changes.ts';
import type { Directory } from '../organisation/directory.ts';
import { saveStructure } from '../organisation/structure.ts';
import { MappingRefused } from './mapping/mapping-refused.ts';

/** The name of an installation into which somebody's own file is the first thing to come. */
const FIRST_ORGANISATION = 'My organisation';

/** Sets a site up unless there is one of that code or name; tells whether it did. */
export async function ensureSite(
  database: Database,
  scope: Scope,
  directory: Directory | null,
  { site, zone, dryRun = false }: { site: string; zone?: string; dryRun?: boolean },
): Promise<boolean> {
  const wanted = site.trim().toLowerCase();
  if (directory?.sites.some(({ code, name }) => [code, name.toLowerCase()].includes(wanted))) return false;
  if (!CODE.test(site)) {
    throw new MappingRefused(
      `There is no site ${site}. A new one needs a code of lower-case Latin letters, digits and hyphens, like north-wing.`,
    );
  }
  const timeZone = zone ?? directory?.organisation.timeZone;
  if (timeZone === undefined) {
    throw new MappingRefused(`The site ${site} is new: say its time zone (on the command line: --zone Asia/Bangkok).`);
  }
  if (dryRun) {
    throw new MappingRefused(
      `The site ${site} is not set up yet, and a dry run sets nothing up: import it, or name a site there is.`,
    );
  }
  const { name, demo } = directory?.organisation ?? { name: FIRST_ORGANISATION, demo: false };
  await database.inScope(scope, (transaction) =>
    changing(transaction, () =>
      saveStructure(transaction, {
        name,
        demo,
        timeZone: directory?.organisation.timeZone ?? timeZone,
        sites: [{ code: site, name: siteName(site), timeZone, departments: [] }],
      }),
    ),
  );
  return true;
}

/** `north-wing` → `North wing` */
function siteName(code: string): string {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
