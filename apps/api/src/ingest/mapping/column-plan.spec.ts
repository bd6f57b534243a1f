import { describe, expect, it } from '@jest/globals';
import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import { planColumns } from './column-plan.ts';
import { mappableFields } from './mappable-fields.ts';
import type { Mapping } from './mapping.ts';

function plan(columns: string[], mapping: Mapping = {}, kind: FactKind = 'survey-responses') {
  const { feeds, leftOut } = planColumns(columns, mapping, kind, mappableFields(kind, ['check-in', 'care']));
  return { feeds: feeds.map(({ column, field }) => `${column} → ${field}`), leftOut };
}

describe('columns that are called like fields map by themselves', () => {
  it.each<[string, string]>([
    ['respondedAt', 'respondedAt'],
    ['responded_at', 'respondedAt'],
    ['Responded at', 'respondedAt'],
    ['RESPONDED-AT', 'respondedAt'],
  ])('%s', (column, field) => {
    expect(plan([column, 'csat']).feeds).toEqual([`${column} → ${field}`, 'csat → csat']);
  });

  it('scores too, by their touchpoint', () => {
    expect(plan(['respondedAt', 'scores.check-in', 'Scores care']).feeds).toEqual([
      'respondedAt → respondedAt',
      'scores.check-in → scores.check-in',
      'Scores care → scores.care',
    ]);
  });

  it('and id, which is what most systems call it', () => {
    expect(plan(['id', 'respondedAt', 'csat']).feeds).toContain('id → externalId');
  });

  it('others are left out', () => {
    expect(plan(['respondedAt', 'csat', 'phone', 'ip address']).leftOut).toEqual(['phone', 'ip address']);
  });
});

describe('what the mapping says', () => {
  it.each<[string, Mapping, string[], string[]]>([
    ['goes before names', { columns: { time: 'respondedAt' } }, ['time → respondedAt'], ['respondedAt']],
    [
      'may feed two fields from one column',
      { columns: { time: ['respondedAt', 'visitedAt'] } },
      ['time → respondedAt', 'time → visitedAt'],
      ['respondedAt'],
    ],
    ['may leave a column out', { columns: { time: null } }, ['respondedAt → respondedAt'], ['time']],
    ['may set a field for all rows', { constants: { respondedAt: '2026-11-01' } }, [], ['time', 'respondedAt']],
    [
      'finds a column by a name written otherwise',
      { columns: { TIME: 'visitedAt' } },
      ['time → visitedAt', 'respondedAt → respondedAt'],
      [],
    ],
  ])('%s', (_, mapping, feeds, leftOut) => {
    expect(plan(['time', 'respondedAt'], mapping)).toEqual({ feeds, leftOut });
  });
});

describe('refused', () => {
  const columns = ['time', 'respondedAt', 'rating'];
  it.each<[string, string[], Mapping, RegExp]>([
    [
      'a column that is not there',
      columns,
      { columns: { ratting: 'csat' } },
      /no column ratting\. Did you mean rating\? Allowed: time, respondedAt, rating\./,
    ],
    [
      'a field that is not there',
      columns,
      { columns: { rating: 'cast' } },
      /no field of survey-responses called cast\. Did you mean csat\?.*externalId/,
    ],
    [
      'a touchpoint that is not there',
      columns,
      { columns: { rating: 'scores.chekin' } },
      /Did you mean scores\.check-in\?/,
    ],
    ['scores without a touchpoint', columns, { columns: { rating: 'scores' } }, /Allowed: .*scores\.care/],
    ['a constant for a field that is not there', columns, { constants: { chanel: 'sms' } }, /Did you mean channel\?/],
    ['values for a field that is not there', columns, { values: { cast: { good: '4' } } }, /Did you mean csat\?/],
    [
      'values for a field that nothing feeds',
      columns,
      { values: { csat: { good: '4' } } },
      /no column feeds it.*--map COLUMN=csat/,
    ],
    [
      'a field fed twice',
      columns,
      { columns: { time: 'respondedAt', rating: 'respondedAt' } },
      /time and rating both feed respondedAt.*--map "rating="/,
    ],
    [
      'two columns called like one field',
      ['respondedAt', 'responded_at'],
      {},
      /respondedAt and responded_at both feed respondedAt/,
    ],
    [
      'a field both set and fed',
      columns,
      { columns: { time: 'respondedAt' }, constants: { respondedAt: '2026-11-01' } },
      /both set .* and fed/,
    ],
    [
      'a required field fed by nothing',
      ['time', 'rating'],
      {},
      /No column feeds respondedAt \(When the patient answered\).*--map COLUMN=respondedAt.*Columns of the file: time, rating/,
    ],
  ])('%s', (_, given, mapping, message) => {
    expect(() => plan(given, mapping)).toThrow(message);
  });
});
