import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ComplaintEvent, complaintHistory, fitEvents, isPath } from './complaint-history.ts';
import { misfitMessage } from './complaint-misfit.ts';
import { MOVES, type Stage, STAGES } from './complaint-stage.ts';

const DAY_MS = 86_400_000;
const FIRST = Date.UTC(2026, 9, 1);
const RECEIPT = { receivedAt: FIRST, receivedOn: '2026-10-01' };

/** An event on a day of October, with an id that tells which. */
const on = (day: number, stage: Stage | null, id = `${day}-${stage ?? 'note'}`): ComplaintEvent => ({
  id,
  happenedAt: FIRST + (day - 1) * DAY_MS,
  happenedOn: `2026-10-${String(day).padStart(2, '0')}`,
  stage,
});

const fittingIds = (known: ComplaintEvent[], arriving: ComplaintEvent[]): string[] =>
  fitEvents(RECEIPT, known, arriving)
    .fitting.map(({ id }) => id)
    .sort();

describe('complaintHistory', () => {
  it('begins as received, with nothing acknowledged', () => {
    expect(complaintHistory(RECEIPT, [])).toEqual({
      stage: 'received',
      stageSince: FIRST,
      acknowledgedOn: null,
      closedOn: null,
      resolutions: [],
      closings: [],
      reopenings: [],
    });
  });

  it('keeps a complaint open until the patient has been told', () => {
    const resolved = [on(2, 'acknowledged'), on(5, 'resolved')];
    expect(complaintHistory(RECEIPT, resolved)).toMatchObject({ stage: 'resolved', closedOn: null });
    expect(complaintHistory(RECEIPT, [...resolved, on(6, 'closed')])).toMatchObject({
      stage: 'closed',
      stageSince: FIRST + 5 * DAY_MS,
      closedOn: '2026-10-06',
    });
  });

  it('remembers every resolution, closing and reopening, and is open again once reopened', () => {
    const events = [
      on(2, 'acknowledged'),
      on(3, 'resolved'),
      on(4, 'closed'),
      on(8, 'reopened'),
      on(9, 'investigating'),
      on(12, 'resolved'),
      on(13, 'closed'),
      on(20, 'reopened'),
    ];
    expect(complaintHistory(RECEIPT, events)).toEqual({
      stage: 'reopened',
      stageSince: FIRST + 19 * DAY_MS,
      acknowledgedOn: '2026-10-02',
      closedOn: null,
      resolutions: ['2026-10-03', '2026-10-12'],
      closings: ['2026-10-04', '2026-10-13'],
      reopenings: ['2026-10-08', '2026-10-20'],
    });
  });

  it('does not care in which order events arrive, nor about notes', () => {
    const events = [on(5, 'resolved'), on(4, null), on(2, 'acknowledged'), on(9, null)];
    expect(complaintHistory(RECEIPT, events)).toMatchObject({ stage: 'resolved', stageSince: FIRST + 4 * DAY_MS });
  });

  it('takes events of one instant in the order of the stages, as sources with dates only need', () => {
    const events = [on(2, 'closed', 'a'), on(2, 'acknowledged', 'b'), on(2, 'resolved', 'c')];
    expect(complaintHistory(RECEIPT, events)).toMatchObject({ stage: 'closed', acknowledgedOn: '2026-10-02' });
  });

  it('dates nothing before the receipt, even if a correction moved the receipt', () => {
    const later = { receivedAt: FIRST + 10 * DAY_MS, receivedOn: '2026-10-11' };
    expect(complaintHistory(later, [on(2, 'acknowledged'), on(3, 'resolved'), on(12, 'closed')])).toMatchObject({
      acknowledgedOn: '2026-10-11',
      resolutions: ['2026-10-11'],
      closings: ['2026-10-12'],
    });
    expect(complaintHistory(later, [on(2, 'acknowledged')]).stageSince).toBe(later.receivedAt);
  });
});

describe('fitEvents', () => {
  const acknowledged = on(2, 'acknowledged');
  const resolved = on(6, 'resolved');
  const closed = on(8, 'closed');

  it.each<[string, ComplaintEvent[], ComplaintEvent[], string[]]>([
    ['a first acknowledgement', [], [acknowledged], ['2-acknowledged']],
    ['no jump from received to closed', [], [closed], []],
    ['no second receipt', [], [on(2, 'received')], []],
    ['notes at any time, before the receipt too', [], [{ ...on(1, null), happenedOn: '2026-09-20' }], ['1-note']],
    [
      'a move late by some days into its place',
      [acknowledged, resolved],
      [on(4, 'investigating')],
      ['4-investigating'],
    ],
    ['no move that a later one cannot follow', [acknowledged, resolved], [on(4, 'closed')], []],
    ['a batch in any order', [], [closed, resolved, acknowledged], ['2-acknowledged', '6-resolved', '8-closed']],
    [
      'moves that only make sense together',
      [acknowledged, resolved, closed],
      [on(7, 'resolved', 'again'), { ...on(6, 'investigating', 'more'), happenedAt: resolved.happenedAt + 1 }],
      ['again', 'more'],
    ],
    ['neither of them alone', [acknowledged, resolved, closed], [on(7, 'investigating')], []],
    [
      'the good ones of a batch with a bad one',
      [],
      [acknowledged, on(3, 'closed'), resolved],
      ['2-acknowledged', '6-resolved'],
    ],
    ['no move dated before the receipt', [], [{ ...acknowledged, happenedOn: '2026-09-30' }], []],
    ['nothing that rests on such a move', [], [{ ...acknowledged, happenedOn: '2026-09-30' }, resolved], []],
  ])('takes %s', (_, known, arriving, ids) => {
    expect(fittingIds(known, arriving)).toEqual(ids);
  });

  it.each<[ComplaintEvent[], ComplaintEvent, string]>([
    [[], closed, 'a complaint that is received cannot become closed; allowed there: acknowledged'],
    [
      [acknowledged],
      on(3, 'reopened'),
      'a complaint that is acknowledged cannot become reopened; allowed there: investigating, resolved',
    ],
    [
      [acknowledged, resolved],
      on(4, 'closed'),
      'a complaint that is acknowledged cannot become closed, with resolved after it; allowed there: investigating',
    ],
    [
      [acknowledged, resolved, closed],
      on(7, 'reopened'),
      'a complaint that is resolved cannot become reopened, with closed after it; no move is allowed there',
    ],
    [
      [],
      { ...acknowledged, happenedOn: '2026-09-30' },
      'it is dated before the complaint was received; correct the time of the event, or of the receipt',
    ],
  ])('says why a move is refused and what is allowed (%#)', (known, arriving, message) => {
    expect(fitEvents(RECEIPT, known, [arriving]).misfits.map(misfitMessage)).toEqual([message]);
  });
});

const anyEvent = fc
  .record({ day: fc.integer({ min: 1, max: 20 }), stage: fc.constantFrom(null, ...STAGES.codes), id: fc.uuid() })
  .map(({ day, stage, id }) => on(day, stage, id));

it('lets valid histories grow into valid histories only, refuses nothing that fits, and loses no event', () => {
  const batches = fc.array(fc.oneof(fc.tuple(anyEvent), fc.array(anyEvent, { maxLength: 8 })), { maxLength: 12 });
  fc.assert(
    fc.property(batches, (arrivals) => {
      let known: ComplaintEvent[] = [];
      for (const arriving of arrivals) {
        const { fitting, misfits } = fitEvents(RECEIPT, known, arriving);
        expect(fitting.length + misfits.length).toBe(arriving.length);
        if (arriving.length === 1) expect(fitting.length === 1).toBe(isPath([...known, ...arriving]));
        known = [...known, ...fitting];
        expect(isPath(known)).toBe(true);
      }
    }),
  );
});

it('accepts any walk along the stage table, whatever order it is sent in', () => {
  const walk = fc.array(fc.nat(), { maxLength: 25 }).map((choices) => {
    let stage: Stage = 'received';
    return choices.map((choice, index) => {
      const next: readonly Stage[] = MOVES[stage];
      stage = next[choice % next.length] ?? stage;
      return on(index + 2, stage);
    });
  });
  fc.assert(
    fc.property(walk, fc.infiniteStream(fc.nat()), (events, order) => {
      const shuffled = events
        .map((event) => ({ event, at: order.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ event }) => event);
      expect(fitEvents(RECEIPT, [], shuffled).misfits).toEqual([]);
      expect(complaintHistory(RECEIPT, shuffled).stage).toBe(events.at(-1)?.stage ?? 'received');
    }),
  );
});
