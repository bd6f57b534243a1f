import { describe, expect, it } from '@jest/globals';
import { STAGES, type Stage } from '#domain/complaint-stage.ts';
import { stepsOf, timesReopened } from './complaint-steps.ts';

/** A history that reached the given stages on the 1st, 2nd, 3rd … of the month; null is a note. */
const history = (...stages: (Stage | null)[]) =>
  stages.map((stage, index) => ({ stage, happenedAt: `2026-11-${String(index + 1).padStart(2, '0')}T09:00:00Z` }));

/** `received:done:1 …`: stage, state, day of the month it was reached. */
const drawn = (stage: Stage, ...stages: (Stage | null)[]) =>
  stepsOf(stage, history(...stages))
    .map((step) => [step.stage, step.state, ...(step.reachedAt ? [Number(step.reachedAt.slice(8, 10))] : [])].join(':'))
    .join(' ');

describe('the steps of a complaint', () => {
  it('begins with everything ahead', () => {
    expect(drawn('received', 'received')).toBe(
      'received:now:1 acknowledged:ahead investigating:ahead resolved:ahead closed:ahead',
    );
  });

  it('marks where it is now, notes aside', () => {
    expect(drawn('investigating', 'received', 'acknowledged', null, 'investigating', null)).toBe(
      'received:done:1 acknowledged:done:2 investigating:now:4 resolved:ahead closed:ahead',
    );
  });

  it('is all done once the patient has been told', () => {
    expect(drawn('closed', 'received', 'acknowledged', 'investigating', 'resolved', 'closed')).toBe(
      'received:done:1 acknowledged:done:2 investigating:done:3 resolved:done:4 closed:done:5',
    );
  });

  it('shows a stage gone by without a stop', () => {
    expect(drawn('resolved', 'received', 'acknowledged', 'resolved')).toBe(
      'received:done:1 acknowledged:done:2 investigating:passed resolved:now:3 closed:ahead',
    );
  });

  it('takes back the resolution of one sent back to investigation', () => {
    expect(drawn('investigating', 'received', 'acknowledged', 'investigating', 'resolved', 'investigating')).toBe(
      'received:done:1 acknowledged:done:2 investigating:now:5 resolved:ahead closed:ahead',
    );
  });

  it('starts a new round when reopened', () => {
    const first: Stage[] = ['received', 'acknowledged', 'investigating', 'resolved', 'closed'];
    expect(drawn('reopened', ...first, 'reopened')).toBe(
      'received:done:1 acknowledged:done:2 reopened:now:6 investigating:ahead resolved:ahead closed:ahead',
    );
    expect(drawn('resolved', ...first, 'reopened', 'investigating', 'resolved')).toBe(
      'received:done:1 acknowledged:done:2 reopened:done:6 investigating:done:7 resolved:now:8 closed:ahead',
    );
  });

  it.each(STAGES.codes)('finds a place for %s even without a history', (stage) => {
    expect(stepsOf(stage, []).some((step) => step.stage === stage && step.state !== 'ahead')).toBe(true);
  });
});

it('counts how often the patient came back', () => {
  expect(timesReopened(history('received', 'closed', 'reopened', null, 'closed', 'reopened'))).toBe(2);
});
