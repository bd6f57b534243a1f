import { describe, expect, it } from '@jest/globals';
import type { ImportState } from '#contracts/imports.dto.ts';
import { isGoing, lookAgainIn, roundedTime, secondsLeft, shareRead, sightingsWith } from './import-progress.ts';

describe('how far an import is', () => {
  it.each<[number | null, number | null, ImportState, number | null]>([
    [200, 50, 'running', 0.25],
    [200, 300, 'running', 1],
    [200, 10, 'done', 1],
    [null, 10, 'running', null],
    [200, null, 'waiting', null],
    [0, 0, 'running', null],
  ])('%p bytes, %p read, %s: %p', (bytes, bytesRead, state, share) => {
    expect(shareRead({ bytes, bytesRead, state })).toBe(share);
  });

  it.each<[ImportState, boolean]>([
    ['waiting', true],
    ['running', true],
    ['undoing', true],
    ['done', false],
    ['failed', false],
    ['stopped', false],
    ['undone', false],
  ])('%s goes on: %p', (state, goes) => {
    expect(isGoing({ state })).toBe(goes);
  });
});

describe('when a page looks again', () => {
  it('every second, seldom when nobody looks, never when nothing happens', () => {
    expect(lookAgainIn({ state: 'running' }, false)).toBe(1000);
    expect(lookAgainIn({ state: 'running' }, true)).toBe(15_000);
    expect(lookAgainIn({ state: 'done' }, false)).toBe(false);
    expect(lookAgainIn(undefined, false)).toBe(false);
  });
});

describe('the time left', () => {
  it('is told from the pace of the last twenty seconds', () => {
    const seen = [0, 1000, 30_000, 31_000, 34_000].reduce(
      (before, at) => sightingsWith(before, { at, bytesRead: at < 30_000 ? at : 30_000 + (at - 30_000) * 2 }),
      [] as { at: number; bytesRead: number }[],
    );
    expect(seen.map(({ at }) => at)).toEqual([30_000, 31_000, 34_000]);
    expect(secondsLeft(seen, 48_000)).toBe(5);
  });

  it('is not told at once, nor while nothing moves, nor where the end is unknown', () => {
    expect(secondsLeft([], 10)).toBeNull();
    expect(
      secondsLeft(
        [
          { at: 0, bytesRead: 1 },
          { at: 1000, bytesRead: 5 },
        ],
        10,
      ),
    ).toBeNull();
    expect(
      secondsLeft(
        [
          { at: 0, bytesRead: 1 },
          { at: 9000, bytesRead: 1 },
        ],
        10,
      ),
    ).toBeNull();
    expect(
      secondsLeft(
        [
          { at: 0, bytesRead: 1 },
          { at: 9000, bytesRead: 5 },
        ],
        null,
      ),
    ).toBeNull();
  });

  it('begins anew when the file is read again from its beginning', () => {
    expect(sightingsWith([{ at: 0, bytesRead: 9 }], { at: 1, bytesRead: 2 })).toEqual([{ at: 1, bytesRead: 2 }]);
  });

  it.each([
    [0.3, 5, 'second'],
    [41, 45, 'second'],
    [90, 90, 'second'],
    [100, 2, 'minute'],
    [5000, 83, 'minute'],
    [9000, 3, 'hour'],
  ])('%d s is said as %d %s', (seconds, value, unit) => {
    expect(roundedTime(seconds)).toEqual({ value, unit });
  });
});
