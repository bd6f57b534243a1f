import { describe, expect, it } from '@jest/globals';
import { cellName, cellOf, isOfWhole } from './cell-name.ts';

describe('the name of a cell', () => {
  it('does not depend on the order in which things are named, nor on filter or group', () => {
    const name = cellName({ site: ['b', 'a', 'b'], department: ['er'] });
    expect(cellName({ department: ['er'], site: ['a', 'b'] })).toBe(name);
    expect(cellName({ site: ['a', 'b'] }, { department: 'er' })).toBe(name);
    expect(cellName({ site: ['a', 'b'], department: ['er', 'ward'] }, { department: 'er' })).toBe(name);
    expect(cellName({ department: ['er'] })).not.toBe(name);
    expect(cellName({})).toBe(cellName({}, {}));
  });

  it('can be read again', () => {
    const where = { department: ['er'], touchpoint: ['check-in', 'waiting'] };
    expect(cellOf(cellName(where))).toEqual(where);
  });

  it('tells cells of own departments alone from all others', () => {
    const own = new Set(['er', 'ward']);
    const wholes = [{}, { site: ['a'] }, { department: ['er', 'lab'] }, { department: ['er'] }].map((where) =>
      isOfWhole(cellName(where), own),
    );
    expect(wholes).toEqual([true, true, true, false]);
  });
});
