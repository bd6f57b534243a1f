import { describe, expect, it } from '@jest/globals';
import { type ImportMapping, partOf, withPart } from './import-mapping.ts';
import {
  feeding,
  meaningOf,
  oursIn,
  withConstant,
  withDateOrder,
  withDecimalMark,
  isSetUp,
  withNewDepartment,
  withNewDepartments,
  withOurs,
  withSite,
  withValue,
  withZone,
} from './mapping-edit.ts';

const COLUMNS = [
  { name: 'When', fields: ['respondedAt'] },
  { name: 'Rating', fields: ['fft', 'csat'] },
  { name: 'Phone', fields: [] },
];

it('rows are ours by the values that were named, and all of them where none is', () => {
  const part = withOurs({ only: { Site: ['A'] } }, 'Org code', ['RX1', 'RX2']);
  expect([oursIn(part, 'Org code'), oursIn(part, 'Site')]).toEqual([['RX1', 'RX2'], ['A']]);
  expect(withOurs(part, 'Org code', [])).toEqual({ only: { Site: ['A'] } });
});

describe('which column feeds which field', () => {
  it.each([
    ['one', ['comment'], { Phone: 'comment' }],
    ['several', ['comment', 'language'], { Phone: ['comment', 'language'] }],
    ['none: it is left out', [], { Phone: null }],
    ['one that fed from another before', ['respondedAt'], { Phone: 'respondedAt', When: null }],
    ['one of two that fed from another', ['csat'], { Phone: 'csat', Rating: 'fft' }],
  ])('%s', (_, fields, columns) => {
    expect(feeding({}, COLUMNS, 'Phone', fields).columns).toEqual(columns);
  });

  it('takes the place of a value that every row got', () => {
    const part = { constants: { respondedAt: '2026-11-01', channel: 'sms' }, columns: { When: null } };
    expect(feeding(part, COLUMNS, 'When', ['respondedAt'])).toEqual({
      constants: { channel: 'sms' },
      columns: { When: 'respondedAt' },
    });
  });
});

describe('what else people say', () => {
  it.each([
    ['a value for every row', withConstant({}, 'channel', ' sms '), { constants: { channel: 'sms' } }],
    ['that taken back', withConstant({ constants: { channel: 'sms' } }, 'channel', ''), { constants: {} }],
    [
      'day first',
      withDateOrder({ dates: { zone: 'Asia/Bangkok' } }, 'dmy'),
      { dates: { zone: 'Asia/Bangkok', order: 'dmy' } },
    ],
    [
      'a zone',
      withZone({ dates: { order: 'dmy' } }, 'Asia/Bangkok'),
      { dates: { order: 'dmy', zone: 'Asia/Bangkok' } },
    ],
    ['the zone of the site after all', withZone({ dates: { zone: 'Asia/Bangkok' } }, null), { dates: {} }],
    ['a comma before fractions', withDecimalMark({}, ','), { numbers: { decimal: ',' } }],
    ['a site', withSite({}, 'riverside'), { site: 'riverside' }],
    ['no site', withSite({ site: 'riverside' }, null), {}],
  ])('%s', (_, part, expected) => {
    expect(part).toEqual(expected);
  });

  it('sets up departments for the file as a whole', () => {
    expect(withNewDepartments({ site: 'a' }, true)).toEqual({ site: 'a', createDepartments: true });
  });

  it('sets up departments one by one, and leaves each as it was decided', () => {
    const asked = ['Ward 1', 'Ward 2', 'Ward 3'];
    const one = withNewDepartment({}, 'Ward 2', true, asked);
    expect(one).toEqual({ createDepartments: ['Ward 2'] });
    expect([isSetUp(one, ' ward  2'), isSetUp(one, 'Ward 1')]).toEqual([true, false]);
    expect(withNewDepartment(one, 'Ward 2', false, asked)).toEqual({ createDepartments: false });
    const all = withNewDepartments({}, true);
    expect(withNewDepartment(all, 'Ward 1', true, asked)).toBe(all);
    expect(withNewDepartment(all, 'Ward 1', false, asked)).toEqual({ createDepartments: ['Ward 2', 'Ward 3'] });
  });
});

describe('what texts stand for', () => {
  const said = withValue({}, 'csat', 'Don’t know', '');

  it('finds a text however it is written', () => {
    expect(meaningOf(said, 'csat', " don't  KNOW ")).toBe('');
    expect(meaningOf(said, 'csat', 'know')).toBeUndefined();
    expect(meaningOf(said, 'nps', 'Don’t know')).toBeUndefined();
  });

  it('says it once, and can take it back', () => {
    const again = withValue(said, 'csat', "DON'T KNOW", '3');
    expect(again.values).toEqual({ csat: { "DON'T KNOW": '3' } });
    expect(withValue(again, 'csat', 'don’t know', null).values).toEqual({ csat: {} });
  });
});

describe('the part about one sort of rows', () => {
  const mapping: ImportMapping = { site: 'a', createDepartments: true, sheets: { moves: { site: 'b' } } };

  it('is the mapping itself for the first', () => {
    expect(partOf(mapping, null).site).toBe('a');
    expect(withPart(mapping, null, (part) => withSite(part, 'c'))).toEqual({ ...mapping, site: 'c' });
  });

  it('stands under its name for the others', () => {
    expect(partOf(mapping, 'moves').site).toBe('b');
    expect(partOf(mapping, 'notes')).toEqual({});
    expect(withPart(mapping, 'notes', (part) => withSite(part, 'c')).sheets).toEqual({
      moves: { site: 'b' },
      notes: { site: 'c' },
    });
  });
});
