import type { SourceDto } from '#contracts/sources.dto.ts';
import { needsSomebody } from '../../../findings/freshness-of.ts';

/** Which sources are shown besides those a search names. */
export const SOURCE_CHOICES = ['all', 'troubled', 'set-aside', 'live-key'] as const;
export type SourceChoice = (typeof SOURCE_CHOICES)[number];

const FITS: Record<SourceChoice, (source: SourceDto) => boolean> = {
  all: () => true,
  troubled: ({ freshness }) => needsSomebody(freshness.state),
  'set-aside': ({ quarantined }) => quarantined > 0,
  'live-key': ({ keys }) => keys.some(({ state }) => state === 'live'),
};

/** The sources whose name, code or key holds all the words typed, in any order and whatever their capitals. */
export function fittingSources(
  sources: readonly SourceDto[],
  { words, choice }: { words: string; choice: SourceChoice },
  locale: string,
): SourceDto[] {
  const wanted = words.toLocaleLowerCase(locale).split(/\s+/).filter(Boolean);
  return sources.filter((source) => {
    const { code, name, keys } = source;
    const text = [code, name, ...keys.map((key) => key.name)].join('\n').toLocaleLowerCase(locale);
    return FITS[choice](source) && wanted.every((word) => text.includes(word));
  });
}
