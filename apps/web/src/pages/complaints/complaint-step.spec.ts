import { describe, expect, it } from '@jest/globals';
import { choiceFor, choicesOf, needsNote, stepOf } from './complaint-step.ts';

it('offers the allowed moves and a note, nothing else', () => {
  expect(choicesOf(['investigating', 'resolved'])).toEqual(['investigating', 'resolved', 'note']);
  expect(choicesOf([])).toEqual(['note']);
});

describe('a step has to say something', () => {
  it.each([
    ['investigating', 'resolved', true],
    ['resolved', 'closed', true],
    ['closed', 'reopened', true],
    ['resolved', 'investigating', true],
    ['received', 'note', true],
    ['received', 'acknowledged', false],
    ['acknowledged', 'investigating', false],
    ['reopened', 'investigating', false],
  ] as const)('from %s to %s: %s', (from, to, needed) => {
    expect(needsNote(from, to)).toBe(needed);
  });
});

describe('the choice at hand', () => {
  it('is the usual next move', () => {
    expect(choiceFor(null, 'acknowledged', ['investigating', 'resolved'])).toBe('investigating');
  });

  it('is what was wanted, while that is allowed', () => {
    expect(choiceFor('resolved', 'acknowledged', ['investigating', 'resolved'])).toBe('resolved');
  });

  it('falls back to a note, not to another move, when somebody else moved the complaint', () => {
    expect(choiceFor('resolved', 'resolved', ['closed', 'investigating'])).toBe('note');
  });

  it('does not suggest reopening what is closed', () => {
    expect(choiceFor(null, 'closed', ['reopened'])).toBe('note');
  });
});

describe('the step that is sent', () => {
  it('carries the move, the trimmed note and the version read', () => {
    expect(stepOf('resolved', '  Second invoice cancelled.\n', 4)).toEqual({
      stage: 'resolved',
      note: 'Second invoice cancelled.',
      version: 4,
    });
  });

  it('leaves out what was not said', () => {
    expect(stepOf('acknowledged', ' ', 1)).toEqual({ stage: 'acknowledged', version: 1 });
    expect(stepOf('note', 'Called.', 1)).toEqual({ note: 'Called.', version: 1 });
  });
});
