import { describe, expect, it } from '@jest/globals';
import type { QuarantineField } from '../../api/quarantine.ts';
import { type Typed, typedOf, valueOfTyped } from './mended-draft.ts';

const field = (type: QuarantineField['type'], value: QuarantineField['value']): QuarantineField => ({
  ...{ name: 'field', type, required: false, codes: [], min: null, max: null },
  ...{ column: null, cell: null, value, mended: false },
});

describe('what stands in an editor', () => {
  it.each<[QuarantineField['type'], QuarantineField['value'], Typed]>([
    ['text', null, ''],
    ['integer', 4, '4'],
    ['boolean', false, 'no'],
    ['codes', ['food', 'waiting'], ['food', 'waiting']],
    ['codes', null, []],
    ['instant', '2026-10-01 09:05:30', '2026-10-01T09:05'],
    ['instant', '2026-10-01', '2026-10-01T00:00'],
    ['instant', '31.02.2026', ''],
  ])('%s %j → %j', (type, value, typed) => {
    expect(typedOf(field(type, value))).toEqual(typed);
  });
});

describe('what is sent', () => {
  it.each<[QuarantineField['type'], Typed, unknown]>([
    ['text', ' kind ', 'kind'],
    ['text', '  ', null],
    ['integer', '4', 4],
    ['number', '12,5', 12.5],
    ['number', 'soon', 'soon'],
    ['boolean', 'yes', true],
    ['boolean', 'no', false],
    ['codes', [], null],
    ['codes', ['food'], ['food']],
  ])('%s %j → %j', (type, typed, value) => {
    expect(valueOfTyped({ type }, typed)).toEqual(value);
  });
});
