import { describe, expect, it } from '@jest/globals';
import type { Redrive } from '../../api/quarantine.ts';
import { drivenGroups, withLatest } from './driven-groups.ts';

const redrive = (given: Partial<Redrive>): Redrive => ({
  ...{ import: 'a', source: 'fft', kind: 'waits', rows: 10, state: 'done', done: true, stopping: false },
  ...{ accepted: 0, updated: 0, unchanged: 0, quarantined: 0, failure: null, startedBy: 'Rasa' },
  ...{ startedAt: '2026-10-01T10:00:00.000Z', finishedAt: null },
  ...given,
});

describe('what drives rows in again', () => {
  it('is one where it was begun at one moment, with the sums of all', () => {
    const [group, ...others] = drivenGroups([
      redrive({ rows: 10, accepted: 3, quarantined: 1, state: 'running', done: false }),
      redrive({ import: 'b', rows: 5, updated: 2, unchanged: 3 }),
    ]);
    expect(others).toEqual([]);
    expect(group).toMatchObject({ rows: 15, done: 9, isOver: false, isStopping: false, broken: null });
  });

  it('is told apart by when it was begun and by whom, the latest first', () => {
    const later = '2026-10-01T11:00:00.000Z';
    const groups = drivenGroups([redrive({}), redrive({ startedAt: later }), redrive({ startedBy: 'Jonas' })]);
    expect(groups).toHaveLength(3);
    expect(groups[0]).toMatchObject({ startedAt: later, isOver: true });
  });

  it.each([
    ['stopped', { state: 'stopped' as const }, { broken: 'stopped', isStopping: false }],
    ['failed', { state: 'failed' as const }, { broken: 'failed' }],
    ['about to stop', { state: 'running' as const, done: false, stopping: true }, { isStopping: true, broken: null }],
  ])('is told as %s', (_, given, expected) => {
    expect(drivenGroups([redrive({}), redrive({ import: 'b', stopping: true, ...given })])[0]).toMatchObject(expected);
  });

  it('is as told last', () => {
    const [one, other] = withLatest(
      [redrive({ state: 'waiting', done: false }), redrive({ import: 'b' })],
      [redrive({ accepted: 7 })],
    );
    expect(one).toMatchObject({ accepted: 7, done: true });
    expect(other).toMatchObject({ import: 'b' });
  });
});
