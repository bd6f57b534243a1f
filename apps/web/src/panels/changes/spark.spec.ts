import { describe, expect, it } from '@jest/globals';
import { sparkLines } from './spark.ts';

describe('the small picture of a run', () => {
  it('reaches from end to end and from lowest to highest', () => {
    expect(sparkLines([10, 20])).toEqual({ lines: ['3,29 109,3'], end: [109, 3] });
  });

  it('leaves a gap where a value is missing', () => {
    expect(sparkLines([1, null, 2, 2]).lines).toEqual(['3,29', '73.7,3 109,3']);
  });

  it('lies flat when nothing moved', () => {
    expect(sparkLines([5, 5]).lines).toEqual(['3,29 109,29']);
  });

  it('is nothing without values', () => {
    expect(sparkLines([null])).toEqual({ lines: [], end: null });
  });
});
