import { describe, expect, it } from '@jest/globals';
import { propose } from '../fixtures/propose.ts';

describe('what is doubtful', () => {
  it.each<[string, string, string[], unknown]>([
    [
      'day or month',
      'respondedAt|csat',
      ['03/04/2026|4', '05/06/2026|5'],
      { code: 'date-order', column: 'respondedAt', shows: 'either' },
    ],
    [
      'dates that contradict each other',
      'respondedAt|csat',
      ['13/04/2026|4', '05/26/2026|5'],
      { code: 'date-order', column: 'respondedAt', shows: 'both' },
    ],
    [
      'the zone of dates without one',
      'respondedAt|csat',
      ['2026-11-02 08:00|4'],
      { code: 'zone', column: 'respondedAt' },
    ],
    [
      'departments nobody set up, the nearest named',
      'respondedAt|department|csat',
      ['2026-11-02|Ward 4b|4', '2026-11-02|Noi tong quat|4', '2026-11-02|Oncology|4'],
      {
        code: 'unknown-places',
        column: 'department',
        field: 'department',
        values: [{ text: 'Noi tong quat', nearest: 'noi' }, { text: 'Oncology' }],
        more: 0,
      },
    ],
    [
      'a satisfaction from 0 to 10',
      'respondedAt|How satisfied?',
      ['2026-11-02|10', '2026-11-02|0'],
      { code: 'scale', column: 'How satisfied?', field: 'csat', least: 0, most: 10, proposed: false },
    ],
    [
      'a recommendation that stays below 6',
      'respondedAt|Would you recommend us?',
      ['2026-11-02|5', '2026-11-02|1'],
      { code: 'scale', column: 'Would you recommend us?', field: 'nps', least: 1, most: 5, proposed: true },
    ],
    [
      'answers nobody can read',
      'respondedAt|Satisfied?',
      ['2026-11-02|A1', '2026-11-02|A5'],
      { code: 'unread-values', column: 'Satisfied?', field: 'csat', values: [{ text: 'A1' }, { text: 'A5' }], more: 0 },
    ],
    [
      'answers of two scales',
      'respondedAt|Overall rating',
      ['2026-11-02|Good', '2026-11-02|Poor'],
      { code: 'two-scales', column: 'Overall rating', field: 'csat', values: [{ text: 'Good' }, { text: 'Poor' }] },
    ],
    [
      'a second column as likely',
      'respondedAt|Comment 1|Comment 2|csat',
      ['2026-11-02|a|b|5'],
      { code: 'also-likely', field: 'comment', column: 'Comment 1', others: ['Comment 2'] },
    ],
    ['a date that is missing', 'csat', ['4'], { code: 'nothing-feeds', field: 'respondedAt' }],
    ['no answers at all', 'respondedAt|age', ['2026-11-02|41'], { code: 'no-answers' }],
    [
      'text that was garbled before',
      'respondedAt|comment',
      ['2026-11-02|TrÃ¨s bien, mercÃ­ bÃ©nÃ©vole'],
      { code: 'garbled', column: 'comment' },
    ],
  ])('%s', (_, header, rows, doubt) => {
    expect(propose('survey-responses', header, ...rows).doubts).toContainEqual(doubt);
  });

  it('thousands or fractions', () => {
    const { doubts } = propose('waits', 'startedAt|waitMinutes', '2026-11-02T08:00Z|1,000', '2026-11-02T09:00Z|20');
    expect(doubts).toEqual([{ code: 'decimal-mark', column: 'waitMinutes' }]);
  });

  it('lists twenty unknown departments and counts the others', () => {
    const rows = Array.from({ length: 26 }, (_, index) => `2026-11-02T08:00Z|Unheard of ${index}|4`);
    const { doubts } = propose('survey-responses', 'respondedAt|department|csat', ...rows);
    expect(doubts).toEqual([
      expect.objectContaining({ code: 'unknown-places', column: 'department', field: 'department', more: 6 }),
    ]);
  });

  it('the rest of ten thousand columns, of which it still knows those that are called like a field', () => {
    const header = [...Array.from({ length: 9998 }, (_, index) => `Q${index}`), 'csat', 'respondedAt'];
    const { doubts, mapping } = propose('survey-responses', header.join('|'), header.map(() => '4').join('|'));
    expect(doubts).toContainEqual({ code: 'not-looked-at', columns: 9500 });
    expect(mapping.columns).toEqual({ csat: 'csat', respondedAt: 'respondedAt' });
  });

  it('says nothing where nothing is', () => {
    const { doubts } = propose(
      'survey-responses',
      'id|respondedAt|department|csat|nps|comment',
      '1|2026-11-02T08:00Z|Nhi|4|9|ok',
    );
    expect(doubts).toEqual([]);
  });

  it('leaves out a column of a field’s name whose numbers do not fit it', () => {
    const { mapping, columns } = propose(
      'survey-responses',
      'respondedAt|csat|nps',
      '2026-11-02|10|9',
      '2026-11-02|0|8',
    );
    expect(mapping.columns).toEqual({ respondedAt: 'respondedAt', nps: 'nps', csat: null });
    expect(columns[1]).toEqual({ column: 'csat', fields: [] });
  });

  it('lets a date above the twelfth settle the order', () => {
    expect(propose('survey-responses', 'respondedAt|csat', '03/04/2026|4', '25/04/2026|5').mapping.dates).toEqual({
      order: 'dmy',
    });
  });
});
