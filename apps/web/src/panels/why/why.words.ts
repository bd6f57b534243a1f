import type { WhyAnswerDto, WhyGroupDto, WhyPartDto } from '#contracts/why.dto.ts';
import { differenceWords } from '../../findings/change-words.ts';
import type { Speech } from '../../format/speech.ts';
import { nameOfGroup } from './why.rows.ts';

/** So many parts are named in the sentence; all of them are drawn. */
const MOST_NAMED = 3;

/**
 * The panel in a sentence: how far the score moved with its interval, and which parts stand out from chance.
 * "NPS fell by 6 points (2 – 10) against 2–8 Nov: −4.0 within Emergency, −1.2 because more replies came from Wards."
 */
export function whySentence(answer: WhyAnswerDto, speech: Speech, listed: (parts: string[]) => string): string {
  const { change } = answer;
  if (change === null) return '';
  const lead = leadWords(answer, change, speech);
  if (answer.groups.length === 0) return speech.say('why.alone', { lead });
  const parts = partsWords(answer, speech);
  return parts.length === 0
    ? speech.say('why.noPart', { lead })
    : speech.say('why.because', { lead, parts: listed(parts) });
}

function leadWords({ metric, unit, then }: WhyAnswerDto, change: WhyPartDto, speech: Speech): string {
  const { say, figures, dates, metricName } = speech;
  const named = { metric: metricName(metric), span: dates.span(then) };
  const by = differenceWords(unit, { difference: change.value, low: change.low, high: change.high }, speech);
  switch (change.verdict) {
    case 'no-detectable-change':
    case 'too-few':
      return say(change.verdict === 'too-few' ? 'why.tooFew' : 'why.none', {
        ...named,
        by: `${figures.difference('percent', change.value)}, ${figures.range('percent', change.low, change.high)}`,
      });
    default:
      return say(change.value > 0 ? 'why.rose' : 'why.fell', { ...named, by });
  }
}

/** The parts that are told from chance, largest first. */
function partsWords({ groups, by }: WhyAnswerDto, speech: Speech): string[] {
  return groups
    .flatMap((group) => [
      { part: group.within, key: 'why.within' as const, group },
      { part: group.mix, key: mixKey(group), group },
    ])
    .filter(({ part }) => part.verdict !== 'no-detectable-change' && part.verdict !== 'too-few')
    .sort((one, other) => Math.abs(other.part.value) - Math.abs(one.part.value))
    .slice(0, MOST_NAMED)
    .map(({ part, key, group }) =>
      speech.say(key, {
        n: speech.figures.difference('percent', part.value),
        place: nameOfGroup(group, by, speech),
      }),
    );
}

const mixKey = ({ now, then }: WhyGroupDto) =>
  now.share > then.share ? ('why.more' as const) : ('why.fewer' as const);
