import { randomBytes, randomUUID } from 'node:crypto';
import { DEFAULT_TOUCHPOINTS } from '#domain/touchpoint.ts';
import { Department } from '../../database/entities/department.entity.ts';
import { Organisation } from '../../database/entities/organisation.entity.ts';
import { Site } from '../../database/entities/site.entity.ts';
import { Touchpoint } from '../../database/entities/touchpoint.entity.ts';
import type { Mapping } from '../../ingest/mapping/mapping.ts';
import type { Directory } from '../../organisation/directory.ts';

/** The places rows can belong to once the mapping has been agreed to: with the site that it is going to set up. */
export function placesUnder(directory: Directory | null, { createDepartments, site, dates }: Mapping): Directory {
  const known = directory ?? nothingYet(dates?.zone ?? 'UTC');
  const wanted = site?.trim().toLowerCase();
  const isNew =
    createDepartments !== undefined &&
    createDepartments !== false &&
    wanted !== undefined &&
    !known.sites.some(({ code, name }) => [code, name.toLowerCase()].includes(wanted));
  if (!isNew || site === undefined) return known;
  const { organisationId, timeZone } = known.organisation;
  const added = Object.assign(new Site(), {
    ...{ organisationId, id: randomUUID(), code: site, name: site },
    timeZone: dates?.zone ?? timeZone,
  });
  const general = Object.assign(new Department(), {
    ...{ organisationId, id: randomUUID(), siteId: added.id, parentId: null, code: site, name: site, general: true },
  });
  return { ...known, sites: [...known.sites, added], departments: [...known.departments, general] };
}

/** An installation before anybody has set anything up. */
function nothingYet(timeZone: string): Directory {
  const organisationId = randomUUID();
  const organisation = Object.assign(new Organisation(), { organisationId, timeZone, pseudonymKey: randomBytes(32) });
  const touchpoints = DEFAULT_TOUCHPOINTS.map(({ code, name }, index) =>
    Object.assign(new Touchpoint(), { organisationId, slot: index + 1, code, name, parentSlot: null, position: index }),
  );
  return { organisation, sites: [], departments: [], touchpoints };
}
