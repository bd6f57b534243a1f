import { describe, expect, it } from '@jest/globals';
import { SLOTS_OF_FAMILY } from './count-family.ts';
import { addSurveyResponse, type SurveyAnswers, touchpointOffset } from './survey-counts.ts';

const NOTHING: SurveyAnswers = { csat: null, nps: null, fft: null, effort: null, scores: null, hasComment: false };

/** Counts of one response, as the slots that are not zero. */
function slotsOf(answers: Partial<SurveyAnswers>): number[] {
  const counts: number[] = [];
  addSurveyResponse(counts, { ...NOTHING, ...answers }, 1);
  return counts.flatMap((count, slot) => (count === 0 ? [] : [slot]));
}

describe('the counts of a survey response', () => {
  const { csat, nps, fft, effort } = SLOTS_OF_FAMILY;

  it.each<[string, Partial<SurveyAnswers>, number[]]>([
    ['no answer', {}, [0]],
    ['a comment', { hasComment: true }, [0, 1]],
    ['CSAT 1 and 5', { csat: 1, scores: [5] }, [0, csat.from, touchpointOffset(1) + 4]],
    ['NPS 0', { nps: 0 }, [0, nps.from]],
    ['NPS 10', { nps: 10 }, [0, nps.from + 10]],
    ['FFT very good', { fft: 1 }, [0, fft.from]],
    ['FFT don’t know', { fft: 6 }, [0, fft.from + 5]],
    ['effort 7', { effort: 7 }, [0, effort.from + 6]],
    ['the third touchpoint only', { scores: [null, null, 2] }, [0, touchpointOffset(3) + 1]],
  ])('%s', (_, answers, slots) => {
    expect(slotsOf(answers)).toEqual(slots);
  });

  it('leave no gap and no overlap between the families', () => {
    const ranges = [SLOTS_OF_FAMILY.responses, csat, nps, fft, effort];
    for (const [index, { from, length }] of ranges.entries()) {
      expect(from + (length ?? 0)).toBe(ranges[index + 1]?.from ?? touchpointOffset(1));
    }
  });
});
