import { describe, expect, it } from '@jest/globals';
import { draftOf, shapesIn, wishOf } from './masking-draft.ts';

describe('the form of what is masked', () => {
  it('asks for what was kept when nothing was changed', () => {
    const kept = { feedback: ['email', 'name'], complaints: [], hospitalNumbers: ['HN######', '##-#### /A'] } as const;
    const { feedback, complaints, hospitalNumbers } = kept;
    const dto = {
      ...{ feedback: [...feedback], complaints: [...complaints], hospitalNumbers: [...hospitalNumbers] },
      ...{ months: [], version: '1' },
    };
    expect(wishOf(draftOf(dto))).toEqual(kept);
  });

  it.each([
    ['', []],
    [' HN######,MR-#### ', ['HN######', 'MR-####']],
    ['HN####،  MR####;\nX####', ['HN####', 'MR####', 'X####']],
  ])('reads the shapes in %p', (text, shapes) => expect(shapesIn(text)).toEqual(shapes));
});
