import type { LeftOutDto } from '#contracts/explanation.dto.ts';
import type { Speech } from '../format/speech.ts';

/** A line of what a number leaves out: what, and how much of it or why that is not told. */
interface LeftOutLine {
  what: string;
  amount: string;
}

/** What is left out, in words; where nothing of a kind was, that is left unsaid. */
export function leftOutLines(all: readonly LeftOutDto[], { say, figures }: Speech): LeftOutLine[] {
  return all
    .filter(({ count }) => count !== 0)
    .map(({ what, count, share, untold }) => ({
      what: say(`explain.leftOutOf.${what}`),
      amount:
        untold !== null
          ? say(`explain.untold.${untold}`)
          : share !== null
            ? say('explain.toCome', { share: figures.value('percent', share) })
            : count === null
              ? ''
              : figures.count(count),
    }));
}
