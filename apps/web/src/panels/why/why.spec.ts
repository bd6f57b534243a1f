import { describe, expect, it } from '@jest/globals';
import type { ChangeVerdict } from '#metrics/vocabulary.ts';
import type { WhyAnswerDto, WhyGroupDto, WhyPartDto } from '#contracts/why.dto.ts';
import { PLAIN_SPEECH } from '../../format/speech.fixture.ts';
import { whyRows } from './why.rows.ts';
import { whySentence } from './why.words.ts';

const part = (
  value: number,
  low: number,
  high: number,
  verdict: ChangeVerdict = 'no-detectable-change',
): WhyPartDto => ({
  value,
  low,
  high,
  method: 'profile-likelihood95',
  verdict,
});

const ends = { low: 20, high: 60, method: 'adjusted-wald95', withheld: null } as const;

const group = (code: string | null, within: WhyPartDto, mix: WhyPartDto, shares = [20, 30]): WhyGroupDto => ({
  code,
  members: code === null ? ['lab', 'pharmacy'] : [code],
  then: { ...ends, value: 40, n: 100, share: shares[0] ?? 0 },
  now: { ...ends, value: 30, n: 150, share: shares[1] ?? 0 },
  within,
  mix,
});

const period = { value: 10, n: 500, low: 5, high: 15, method: 'adjusted-wald95', withheld: null } as const;

const answer = (groups: WhyGroupDto[], change: WhyPartDto | null): WhyAnswerDto => ({
  metric: 'nps',
  unit: 'points',
  by: 'department',
  then: { ...period, from: '2026-11-02', to: '2026-11-09' },
  now: { ...period, from: '2026-11-09', to: '2026-11-16' },
  change,
  within: part(-4, -7, -1),
  mix: part(-2, -4, 0),
  groups,
  remainder: 0,
  tests: 6,
  withheld: null,
  leftOut: [],
  provisional: false,
  lastFactAt: null,
});

const EMERGENCY = group('emergency', part(-4, -8, -0.5, 'worse'), part(0.2, -1, 1.5));
const OUTPATIENTS = group('outpatients', part(0.5, -2, 3), part(-1.2, -2, -0.4, 'worse'));
const OTHERS = group(null, part(-6, -15, 3), part(0.5, -1, 2));
const FELL = part(-6, -10, -2, 'worse');

const said = (of: WhyAnswerDto): string => whySentence(of, PLAIN_SPEECH, (parts) => parts.join(' + '));

describe('the sentence', () => {
  it('names the parts that stand out from chance, the largest first', () => {
    expect(said(answer([OUTPATIENTS, EMERGENCY, OTHERS], FELL))).toBe(
      `why.because why.fell nps ${PLAIN_SPEECH.dates.span({ from: '2026-11-02', to: '2026-11-09' })} panels.points 6 (2 – 10) ` +
        'why.within −4.0 emergency + why.more −1.2 outpatients',
    );
  });

  it('says that fewer replies came from where a part of them went', () => {
    const fewer = { ...OUTPATIENTS, then: { ...OUTPATIENTS.then, share: 50 } };
    expect(said(answer([fewer], FELL))).toContain('why.fewer −1.2 outpatients');
  });

  it.each([
    ['rose', part(6, 2, 10, 'better'), 'why.noPart why.rose nps'],
    ['did not change', part(1, -4, 6), 'why.noPart why.none nps'],
    ['rests on too little', part(1, -40, 42, 'too-few'), 'why.noPart why.tooFew nps'],
  ])('says that it %s, and that no part stands out', (_, change, words) => {
    expect(said(answer([OTHERS], change))).toContain(words);
  });

  it('speaks of the change alone where it is not split, and not at all of none', () => {
    expect(said(answer([], FELL))).toContain('why.alone why.fell');
    expect(said(answer([], null))).toBe('');
  });
});

describe('the bars', () => {
  const rows = whyRows(answer([OUTPATIENTS, OTHERS, EMERGENCY], FELL), PLAIN_SPEECH);

  it('puts who brought most first and the others last, by how many they are', () => {
    expect(rows.map(({ name }) => name)).toEqual(['emergency', 'outpatients', 'why.others 2']);
  });

  it('begins bars at nothing, the middle, and keeps every interval on the axis', () => {
    const [within, mix] = rows[0]?.bars ?? [];
    // The furthest end is −15: half of the axis.
    expect(within?.start).toBeCloseTo(50 - (4 / 15) * 50, 9);
    expect((within?.start ?? 0) + (within?.length ?? 0)).toBeCloseTo(50, 9);
    expect(mix?.start).toBe(50);
    for (const { reachStart, reachLength } of rows.flatMap(({ bars }) => bars)) {
      expect(reachStart).toBeGreaterThanOrEqual(0);
      expect(reachStart + reachLength).toBeLessThanOrEqual(100 + 1e-9);
    }
  });

  it('draws nothing where nothing changed', () => {
    const [row] = whyRows(answer([group('a', part(0, 0, 0), part(0, 0, 0))], part(0, 0, 0)), PLAIN_SPEECH);
    expect(row?.bars).toMatchObject([
      { start: 50, length: 0, figure: '0.0' },
      { start: 50, length: 0, figure: '0.0' },
    ]);
  });
});
