import { describe, expect, it } from '@jest/globals';
import type { DoubtDto, PreviewColumnDto } from '#contracts/imports.dto.ts';
import type { ImportMapping } from './import-mapping.ts';
import { doubtKey, isAnswered, onlyTells, rememberedDoubts } from './open-doubts.ts';

const doubt = (code: string, rest: Partial<DoubtDto> = {}): DoubtDto => ({
  ...{ code, column: 'Ward', field: 'department', values: [], more: 0, others: [], least: null, most: null },
  ...{ mustBeAnswered: false, ...rest },
});

const column = (name: string, fields: string[]): PreviewColumnDto => ({
  ...{ name, label: null, samples: [], fields, certainty: null, word: null, identifies: false },
});

const COLUMNS = [column('Ward', ['department']), column('House', ['site']), column('When', [])];

describe('a doubt', () => {
  const values = [
    { text: 'Ward 4', nearest: 'ward-4b' },
    { text: 'None', nearest: null },
  ];

  it.each<[string, DoubtDto, ImportMapping, boolean]>([
    ['day or month, not said', doubt('date-order'), {}, false],
    ['day or month, said', doubt('date-order'), { dates: { order: 'dmy' } }, true],
    ['zone, not said: that of the site', doubt('zone'), { dates: { order: 'dmy' } }, true],
    ['zone, needed and not said', doubt('zone', { mustBeAnswered: true }), { dates: { order: 'dmy' } }, false],
    ['zone, said', doubt('zone'), { dates: { zone: 'Asia/Bangkok' } }, true],
    ['decimal mark, said', doubt('decimal-mark'), { numbers: { decimal: ',' } }, true],
    [
      'places, one explained',
      doubt('unknown-places', { values }),
      { values: { department: { 'ward 4': 'ward-4b' } } },
      false,
    ],
    [
      'places, both explained',
      doubt('unknown-places', { values }),
      { values: { department: { 'ward 4': 'ward-4b', NONE: '' } } },
      true,
    ],
    ['places, to be set up', doubt('unknown-places', { values }), { createDepartments: true }, true],
    [
      'places, each to be set up',
      doubt('unknown-places', { values }),
      { createDepartments: values.map(({ text }) => text) },
      true,
    ],
    [
      'places, another one to be set up',
      doubt('unknown-places', { values }),
      { createDepartments: ['Elsewhere'] },
      false,
    ],
    [
      'sites are not set up by the way',
      doubt('unknown-places', { field: 'site', column: 'House', values }),
      { createDepartments: true },
      false,
    ],
    ['texts of a column that is left out by now', doubt('unread-values', { column: 'When', values }), {}, true],
    ['texts of a column that is read', doubt('unread-values', { values }), {}, false],
    ['whose rows, not said', doubt('whose-rows', { column: 'House', field: null }), {}, false],
    ['whose rows, said', doubt('whose-rows', { column: 'House', field: null }), { only: { House: ['RX1'] } }, true],
    ['a scale of a column that is read', doubt('scale'), {}, false],
    ['a needed field that something feeds', doubt('nothing-feeds', { column: null }), {}, true],
    ['a needed field that nothing feeds', doubt('nothing-feeds', { column: null, field: 'respondedAt' }), {}, false],
    [
      'a needed field with one value for all',
      doubt('nothing-feeds', { column: null, field: 'respondedAt' }),
      { constants: { respondedAt: '2026-11-01' } },
      true,
    ],
    ['no answers at all', doubt('no-answers', { column: null, field: null }), {}, false],
  ])('%s', (_, asked, mapping, answered) => {
    expect(isAnswered(asked, { mapping, part: mapping, columns: COLUMNS })).toBe(answered);
  });

  it('has a key of its own', () => {
    const keys = [doubtKey(null, doubt('zone')), doubtKey('moves', doubt('zone')), doubtKey(null, doubt('scale'))];
    expect(new Set(keys).size).toBe(3);
  });

  it('is only to be read where nothing could be said', () => {
    expect(onlyTells(doubt('garbled'))).toBe(true);
    expect(onlyTells(doubt('no-answers', { mustBeAnswered: true }))).toBe(false);
    expect(onlyTells(doubt('zone'))).toBe(false);
  });
});

describe('doubts that were answered', () => {
  const order = doubt('date-order', { column: 'When', field: 'respondedAt' });
  const places = doubt('unknown-places');
  const fed = [column('Ward', ['department']), column('When', ['respondedAt'])];

  it('stay where they were', () => {
    expect(rememberedDoubts([order, places], [places], fed)).toEqual([order, places]);
  });

  it('go when their column feeds something else', () => {
    expect(rememberedDoubts([order, places], [places], COLUMNS)).toEqual([places]);
  });

  it('go when they only told something', () => {
    expect(rememberedDoubts([doubt('garbled')], [], fed)).toEqual([]);
  });

  it('are shown as they are asked now', () => {
    const fewer = doubt('unknown-places', { values: [{ text: 'Ward 5', nearest: null }] });
    expect(rememberedDoubts([places], [fewer, order], fed)).toEqual([fewer, order]);
  });
});
