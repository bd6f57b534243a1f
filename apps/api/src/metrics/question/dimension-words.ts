import type { Dimension } from '#contracts/dimension.ts';
import { CHANNELS } from '#domain/channel.ts';
import type { CodeTable } from '#domain/code-table.ts';
import { COMPLAINT_SUBJECTS, SEVERITIES } from '#domain/complaint.ts';
import { REVIEW_PLATFORMS } from '#domain/review.ts';
import { SURVEY_COLLECTIONS } from '#domain/survey-collection.ts';
import { WAIT_KINDS } from '#domain/wait.ts';
import type { OrganisationView } from './organisation-view.ts';

/** What stands in a key column for a code: an id, a number, a language tag. */
export type Stored = string | number;

/** The words of one dimension: the codes people write, and what the data holds for them. */
export interface DimensionWords {
  /** Codes that may be filtered by, in the order in which groups are listed. */
  codes: readonly string[];
  /** What a filter for the code keeps; undefined for a word the dimension does not know. */
  kept(code: string): readonly Stored[] | undefined;
  /** The code of a group. */
  codeOf(stored: Stored): string;
}

export function dimensionWords(dimension: Dimension, view: OrganisationView): DimensionWords {
  switch (dimension) {
    case 'site':
      return siteWords(view);
    case 'department':
      return departmentWords(view);
    case 'touchpoint':
      return touchpointWords(view);
    case 'language':
      return languageWords(view);
    case 'channel':
      return numberedWords(CHANNELS);
    case 'wait-kind':
      return numberedWords(WAIT_KINDS);
    case 'platform':
      return numberedWords(REVIEW_PLATFORMS);
    case 'subject':
      return numberedWords(COMPLAINT_SUBJECTS);
    case 'severity':
      return numberedWords(SEVERITIES);
    case 'collection':
      return numberedWords(SURVEY_COLLECTIONS);
  }
}

/** What a closed vocabulary calls the things it has no word for; may be asked for too. */
const UNKNOWN = 'unknown';

function numberedWords<Code extends string>(table: CodeTable<Code>): DimensionWords {
  return {
    codes: [...table.codes, UNKNOWN],
    kept: (code) => listed(table.numberOf(code)),
    codeOf: (stored) => table.codeOf(Number(stored)),
  };
}

/** A site is filtered through its departments and grouped by its own id. */
function siteWords({ sites, departments }: OrganisationView): DimensionWords {
  return {
    codes: sites.map(({ code }) => code),
    kept(code) {
      const site = sites.find((one) => one.code === code);
      return site && departments.filter(({ siteId }) => siteId === site.id).map(({ id }) => id);
    },
    codeOf: (stored) => sites.find(({ id }) => id === stored)?.code ?? UNKNOWN,
  };
}

/** A department is filtered with all that lies under it, and grouped alone. */
function departmentWords({ departments }: OrganisationView): DimensionWords {
  const idsUnder = (id: string): string[] => [
    id,
    ...departments.filter(({ parentId }) => parentId === id).flatMap((child) => idsUnder(child.id)),
  ];
  const codes = new Map(departments.map(({ id, code }) => [id, code]));
  return {
    codes: [...codes.values()],
    kept(code) {
      const department = departments.find((one) => one.code === code);
      return department && idsUnder(department.id);
    },
    codeOf: (stored) => codes.get(String(stored)) ?? UNKNOWN,
  };
}

function touchpointWords({ touchpoints }: OrganisationView): DimensionWords {
  const slots = new Map([...touchpoints.map(({ code, slot }) => [code, slot] as const), [UNKNOWN, 0]]);
  return {
    codes: [...slots.keys()],
    kept: (code) => listed(slots.get(code)),
    codeOf: (stored) => touchpoints.find(({ slot }) => slot === stored)?.code ?? UNKNOWN,
  };
}

function languageWords({ languages }: OrganisationView): DimensionWords {
  return {
    codes: languages,
    kept: (code) => (languages.includes(code) ? [code] : undefined),
    codeOf: String,
  };
}

function listed(stored: Stored | undefined): Stored[] | undefined {
  return stored === undefined ? undefined : [stored];
}
