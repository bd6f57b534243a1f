import { NotFoundException } from '@nestjs/common';
import { LANGUAGES, UNDETERMINED_LANGUAGE } from '#domain/language.ts';
import type { GivenBaseline } from '#metrics/baseline-stretches.ts';
import type { Transaction } from '../../database/database.ts';
import type { Scope } from '../../database/scope.ts';
import { isOfWhole } from './cell-name.ts';
import { LANGUAGES_SQL } from './languages.query.ts';
import { ORGANISATION_VIEW_SQL } from './organisation-view.query.ts';

/** From a date on, a kind of wait should be over within so many minutes. */
export interface WaitTarget {
  kind: number;
  holdsFrom: string;
  minutes: number;
}

/** What a person said of the baseline of a metric in a cell. */
export interface CellBaseline extends GivenBaseline {
  id: string;
  metric: string;
  /** The cell, by its name. */
  cell: string;
  note: string;
}

/** What a question needs to know of the organisation: what may be named in it, and by which rules it is answered. */
export interface OrganisationView {
  /** Scores resting on fewer answers are withheld. */
  minimumResponses: number;
  timeZone: string;
  sites: readonly { id: string; code: string }[];
  departments: readonly { id: string; code: string; siteId: string; parentId: string | null }[];
  /** In the order of the journey. */
  touchpoints: readonly { slot: number; code: string; active: boolean }[];
  targets: readonly WaitTarget[];
  /** What was said of baselines and holds, in the order in which it was said. */
  baselines: readonly CellBaseline[];
  /** Languages that may be asked for. */
  languages: readonly string[];
}

const KNOWN_LANGUAGES: readonly string[] = [...LANGUAGES, UNDETERMINED_LANGUAGE];

/**
 * The organisation as the scope sees it. Which other languages the data holds takes a look at the data, so it is looked
 * up only when the question names one that the interface does not speak.
 */
export async function loadOrganisationView(
  { client, scope, query }: Transaction,
  where: { language?: unknown } | undefined,
): Promise<OrganisationView> {
  const { rows } = await client.query({
    name: 'organisation-view',
    text: ORGANISATION_VIEW_SQL,
    values: [scope.organisationId],
  });
  const view = rows[0] as Omit<OrganisationView, 'languages'> | undefined;
  if (view === undefined) {
    throw new NotFoundException(
      'No organisation has been set up yet: send its sites with PUT /api/v1/organisation/structure.',
    );
  }
  const asked: unknown[] = Array.isArray(where?.language) ? where.language : [];
  const strange = asked.some((language) => !KNOWN_LANGUAGES.includes(String(language)));
  const met = strange ? await query<{ language: string }>(LANGUAGES_SQL, [scope.organisationId]) : [];
  const languages = [...new Set([...KNOWN_LANGUAGES, ...met.map(({ language }) => language)])];
  return withinScope({ ...view, languages }, scope);
}

/**
 * Departments outside the scope, and sites without any inside, do not exist for the question. Baselines of the organisation
 * as a whole are not those of the part that somebody sees of it.
 */
function withinScope(view: OrganisationView, { departmentIds }: Scope): OrganisationView {
  if (departmentIds === 'all') return view;
  const departments = view.departments.filter(({ id }) => departmentIds.includes(id));
  const sites = view.sites.filter(({ id }) => departments.some(({ siteId }) => siteId === id));
  const codes = new Set(departments.map(({ code }) => code));
  const baselines = view.baselines.filter(({ cell }) => !isOfWhole(cell, codes));
  return { ...view, departments, sites, baselines };
}
