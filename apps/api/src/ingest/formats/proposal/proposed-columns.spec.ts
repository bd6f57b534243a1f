import { describe, expect, it } from '@jest/globals';
import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import { propose } from '../fixtures/propose.ts';

describe('in five languages', () => {
  it.each<[string, string, string, Record<string, string>]>([
    [
      'English',
      'Response no|Date answered|Ward|Overall, how satisfied were you?|Would you recommend us (0-10)?|Comments',
      '7|2026-11-02 09:00|Ward 4B|5|10|ok',
      {
        'Response no': 'externalId',
        'Date answered': 'respondedAt',
        Ward: 'department',
        'Overall, how satisfied were you?': 'csat',
        'Would you recommend us (0-10)?': 'nps',
        Comments: 'comment',
      },
    ],
    [
      'Vietnamese',
      'Mã phiếu|Ngày trả lời|Khoa|Mức độ hài lòng chung|Khả năng giới thiệu bệnh viện|Góp ý',
      'P1|2026-11-02|Nhi|5|9|tốt',
      {
        'Mã phiếu': 'externalId',
        'Ngày trả lời': 'respondedAt',
        Khoa: 'department',
        'Mức độ hài lòng chung': 'csat',
        'Khả năng giới thiệu bệnh viện': 'nps',
        'Góp ý': 'comment',
      },
    ],
    [
      'Thai',
      'รหัส|วันที่ตอบ|แผนก|ความพึงพอใจโดยรวม|ท่านจะแนะนำโรงพยาบาลแก่ผู้อื่นหรือไม่|ข้อเสนอแนะ',
      '1|02/11/2569|อายุรกรรม|๕|๑๐|ดี',
      {
        รหัส: 'externalId',
        วันที่ตอบ: 'respondedAt',
        แผนก: 'department',
        ความพึงพอใจโดยรวม: 'csat',
        ท่านจะแนะนำโรงพยาบาลแก่ผู้อื่นหรือไม่: 'nps',
        ข้อเสนอแนะ: 'comment',
      },
    ],
    [
      'Lithuanian',
      'Nr.|Užpildymo data|Skyrius|Bendras pasitenkinimas|Ar rekomenduotumėte ligoninę?|Pastabos',
      '1|2026-11-02|Vaikų|4|8|ačiū',
      {
        'Nr.': 'externalId',
        'Užpildymo data': 'respondedAt',
        Skyrius: 'department',
        'Bendras pasitenkinimas': 'csat',
        'Ar rekomenduotumėte ligoninę?': 'nps',
        Pastabos: 'comment',
      },
    ],
    [
      'Urdu',
      'شناخت|تاریخ|شعبہ|آپ مجموعی طور پر کتنے مطمئن ہیں؟|کیا آپ ہماری سفارش کریں گے؟|تبصرہ',
      '1|2026-11-02|اطفال|۴|۸|شکریہ',
      {
        شناخت: 'externalId',
        تاریخ: 'respondedAt',
        شعبہ: 'department',
        'آپ مجموعی طور پر کتنے مطمئن ہیں؟': 'csat',
        'کیا آپ ہماری سفارش کریں گے؟': 'nps',
        تبصرہ: 'comment',
      },
    ],
  ])('%s', (_, header, row, expected) => {
    const other = row.replace(/^[^|]+/, '8');
    expect(propose('survey-responses', header, row, other).mapping.columns).toEqual(expected);
  });

  it.each<[string, string, string[], Record<string, string>]>([
    [
      'English',
      'Overall satisfaction',
      ['Very satisfied', 'Satisfied', 'Neither satisfied nor dissatisfied', 'N/A'],
      { 'Very satisfied': '5', Satisfied: '4', 'Neither satisfied nor dissatisfied': '3', 'N/A': '' },
    ],
    [
      'Vietnamese',
      'Hài lòng',
      ['Rất hài lòng', 'Không hài lòng', 'Bình thường'],
      { 'Rất hài lòng': '5', 'Không hài lòng': '2', 'Bình thường': '3' },
    ],
    ['Thai', 'ความพึงพอใจ', ['พึงพอใจมาก', 'เฉยๆ', 'ไม่ตอบ'], { พึงพอใจมาก: '5', เฉยๆ: '3', ไม่ตอบ: '' }],
    [
      'Lithuanian',
      'Pasitenkinimas',
      ['Labai patenkinta', 'Nepatenkintas'],
      { 'Labai patenkinta': '5', Nepatenkintas: '2' },
    ],
    ['Urdu', 'اطمینان', ['بہت مطمئن', 'غیر مطمئن'], { 'بہت مطمئن': '5', 'غیر مطمئن': '2' }],
    [
      'numbers in words',
      'How satisfied were you?',
      ['5 - Very happy', '1 - Very unhappy', 'Somehow (3)'],
      { '5 - Very happy': '5', '1 - Very unhappy': '1', 'Somehow (3)': '3' },
    ],
  ])('answers in %s', (_, header, answers, values) => {
    const { mapping, doubts } = propose(
      'survey-responses',
      `respondedAt|${header}`,
      ...answers.map((answer) => `2026-11-02T09:00Z|${answer}`),
    );
    expect(mapping).toMatchObject({ columns: { [header]: 'csat' }, values: { csat: values } });
    expect(doubts).toEqual([]);
  });
});

describe('other kinds', () => {
  it.each<[FactKind, string, string[], Record<string, string>]>([
    [
      'waits',
      'visit_id|arrived_at|seen_at|age|wait_minutes|department_referral',
      ['v1|2026-11-02 08:00|2026-11-02 08:40|41|40|None', 'v2|2026-11-02 09:00|2026-11-02 09:20|30|20|Nhi'],
      {
        visit_id: 'visit',
        arrived_at: 'startedAt',
        seen_at: 'endedAt',
        wait_minutes: 'waitMinutes',
        department_referral: 'department',
      },
    ],
    [
      'waits',
      'Giờ đến|Khoa|Số phút chờ',
      ['2026-11-02 08:00|Nhi|40', '2026-11-02 09:00|Nhi|12'],
      { 'Giờ đến': 'startedAt', Khoa: 'department', 'Số phút chờ': 'waitMinutes' },
    ],
    [
      'reviews',
      'id|Star rating|Review text|Posted on|Owner response',
      ['a|5|Good care|2026-11-02|Thank you', 'b|1|Slow|2026-11-03|'],
      {
        id: 'externalId',
        'Star rating': 'stars',
        'Review text': 'text',
        'Posted on': 'reviewedAt',
        'Owner response': 'reply',
      },
    ],
    [
      'complaints',
      'Ref|Date received|Category|What happened|Severity',
      [
        'C1|2026-11-02|waiting|Nobody came for hours and hours and the ward was cold|high',
        'C2|2026-11-03|food|Cold food|low',
      ],
      {
        Ref: 'externalId',
        'Date received': 'receivedAt',
        Category: 'subjects',
        'What happened': 'narrative',
        Severity: 'severity',
      },
    ],
  ])('%s: %s', (kind, header, rows, expected) => {
    expect(propose(kind, header, ...rows).mapping.columns).toEqual(expected);
  });
});
