import { describe, expect, it } from '@jest/globals';
import { addressOf, shownIn } from './quarantine-address.ts';

const ID = '0f9d2b1c-0000-1111-2222-333344445555';

describe('the address of the quarantine', () => {
  it('says which rows are shown, and is read back so', () => {
    const shown = {
      import: ID,
      source: 'fft',
      kind: 'waits' as const,
      code: 'unknown-department',
      field: 'department',
    };
    expect(shownIn(addressOf(shown))).toEqual(shown);
    expect(shownIn(addressOf({ wholeRow: true, state: 'dismissed', row: ID }))).toEqual({
      ...{ wholeRow: true, state: 'dismissed', row: ID },
    });
  });

  it('holds no word of a row', () => {
    expect(addressOf({ said: 'Mrs Smith', field: 'Mrs Smith’s ward' })).toEqual({});
  });

  it.each([
    { import: 'mine' },
    { source: 'a b' },
    { kind: 'patients' },
    { state: 'gone' },
    { field: 'Any Words' },
    { row: '1' },
  ])('passes over what is no filter: %j', (query) => {
    expect(shownIn(query)).toEqual({});
  });
});
