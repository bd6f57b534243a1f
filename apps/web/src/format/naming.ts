import type { Dimension } from '#contracts/dimension.ts';
import type { OrganisationDto } from '#contracts/organisation.dto.ts';

/** What is needed to name a code: the organisation's own names and the words of the language spoken. */
export interface Naming {
  organisation: OrganisationDto | undefined;
  language: string;
  /** The words behind a key, undefined when the language has none. */
  word(key: string): string | undefined;
}

const WORDS: Partial<Record<Dimension, string>> = {
  touchpoint: 'touchpoints',
  channel: 'channels',
  'wait-kind': 'wait-kinds',
  platform: 'platforms',
  subject: 'subjects',
  severity: 'severities',
  collection: 'collections',
};

/**
 * The name of a code: sites and departments as the organisation calls them, touchpoints by its own name when it renamed
 * them, languages by Intl, everything else in the words of the language spoken. A code nobody named is shown as it is.
 */
export function nameOfCode({ organisation, language, word }: Naming, dimension: Dimension, code: string): string {
  if (dimension === 'site') return organisation?.sites.find((site) => site.code === code)?.name ?? code;
  if (dimension === 'department') return organisation?.departments.find((ward) => ward.code === code)?.name ?? code;
  if (dimension === 'language') return languageName(language, code) ?? word('words.channels.unknown') ?? code;
  const own = dimension === 'touchpoint' ? organisation?.touchpoints.find((point) => point.code === code) : undefined;
  if (own?.renamed) return own.name;
  return word(`words.${WORDS[dimension]}.${code}`) ?? own?.name ?? code;
}

function languageName(language: string, code: string): string | undefined {
  if (code === 'und' || code === 'unknown' || code === '') return undefined;
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(code);
  } catch {
    return code;
  }
}
