import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { Shape } from './column-look.ts';
import type { Topic } from './spoken-words.ts';

/** What makes a column look like one that feeds a field. */
export interface FieldHint {
  field: string;
  shapes: readonly Shape[];
  /** At least one of these is spoken of. */
  topics: readonly Topic[];
  /** Each of these that is spoken of as well makes it likelier. */
  more?: readonly Topic[];
  /** Whoever speaks of one of these means something else. */
  not?: readonly Topic[];
  /** How much the words weigh against those of other fields; 2 when left out. */
  weight?: number;
  /** Only a column in which no value comes twice. */
  distinct?: boolean;
  /** Proposed without a word, where it is the only column of its shape. */
  alone?: boolean;
}

const ANSWERS: readonly Shape[] = ['whole-numbers', 'short-texts'];
const TEXTS: readonly Shape[] = ['short-texts', 'words'];

const PLACE_AND_KEY: readonly FieldHint[] = [
  { field: 'department', shapes: ANSWERS, topics: ['department'], not: ['recommend', 'satisfied'] },
  { field: 'site', shapes: ANSWERS, topics: ['site'], not: ['recommend', 'satisfied', 'department'] },
  { field: 'externalId', shapes: ANSWERS, topics: ['id'], not: ['visitId'], weight: 1, distinct: true },
];

const VISIT: FieldHint = { field: 'visit', shapes: ANSWERS, topics: ['visitId'], distinct: true };
const CHANNEL: FieldHint = { field: 'channel', shapes: ['short-texts'], topics: ['channel'] };
const LANGUAGE: FieldHint = { field: 'language', shapes: ['short-texts'], topics: ['language'] };

/** What speaks for each field of each kind, apart from scores, which have the words of their touchpoints. */
export const FIELD_HINTS: Readonly<Record<FactKind, readonly FieldHint[]>> = {
  'survey-responses': [
    ...PLACE_AND_KEY,
    VISIT,
    CHANNEL,
    LANGUAGE,
    { field: 'respondedAt', shapes: ['dates'], topics: ['answered'], not: ['visited'], alone: true },
    { field: 'visitedAt', shapes: ['dates'], topics: ['visited'] },
    { field: 'nps', shapes: ANSWERS, topics: ['recommend'], weight: 3 },
    { field: 'fft', shapes: ['short-texts'], topics: ['recommend', 'experience'], weight: 4 },
    { field: 'csat', shapes: ANSWERS, topics: ['satisfied', 'rated'], more: ['overall'], not: ['recommend'] },
    { field: 'effort', shapes: ANSWERS, topics: ['ease'], weight: 2.6 },
    { field: 'comment', shapes: TEXTS, topics: ['comment'], alone: true },
  ],
  waits: [
    ...PLACE_AND_KEY,
    VISIT,
    CHANNEL,
    { field: 'startedAt', shapes: ['dates'], topics: ['began'], alone: true },
    { field: 'endedAt', shapes: ['dates'], topics: ['ended'] },
    { field: 'waitMinutes', shapes: ['whole-numbers', 'numbers'], topics: ['waited'], not: ['promised'] },
    { field: 'promisedMinutes', shapes: ['whole-numbers', 'numbers'], topics: ['promised'] },
  ],
  reviews: [
    ...PLACE_AND_KEY,
    LANGUAGE,
    { field: 'reviewedAt', shapes: ['dates'], topics: ['reviewed'], not: ['reply'], alone: true },
    { field: 'stars', shapes: ANSWERS, topics: ['stars'] },
    { field: 'recommends', shapes: ANSWERS, topics: ['positive', 'recommend'] },
    { field: 'text', shapes: TEXTS, topics: ['text', 'comment'], not: ['reply'], alone: true },
    { field: 'reply', shapes: TEXTS, topics: ['reply'], weight: 2.5 },
    { field: 'repliedAt', shapes: ['dates'], topics: ['reply'], weight: 2.5 },
  ],
  complaints: [
    ...PLACE_AND_KEY,
    VISIT,
    CHANNEL,
    { field: 'receivedAt', shapes: ['dates'], topics: ['received'], alone: true },
    { field: 'title', shapes: TEXTS, topics: ['title'], weight: 2.5 },
    { field: 'narrative', shapes: TEXTS, topics: ['narrative', 'comment'], alone: true },
    { field: 'subjects', shapes: ['short-texts'], topics: ['subject'] },
    { field: 'severity', shapes: ['short-texts'], topics: ['severity'] },
  ],
  'complaint-events': [
    { field: 'externalId', shapes: ANSWERS, topics: ['id'], not: ['complaintOf'], weight: 1, distinct: true },
    { field: 'complaint', shapes: ANSWERS, topics: ['complaintOf'] },
    { field: 'happenedAt', shapes: ['dates'], topics: ['happened'], alone: true },
    { field: 'stage', shapes: ['short-texts'], topics: ['stage'] },
    { field: 'note', shapes: TEXTS, topics: ['comment', 'text'], alone: true },
    { field: 'actor', shapes: ['short-texts'], topics: ['actor'] },
  ],
  'survey-counts': PLACE_AND_KEY,
};

/** Words for the default touchpoints besides their own names; an organisation's own have their names alone. */
export const TOUCHPOINT_WORDS: Readonly<Record<string, readonly string[]>> = {
  scheduling: ['appointment', 'booking', 'đặt lịch', 'đặt hẹn', 'การนัดหมาย', 'registrac', 'وقت لین'],
  'check-in': [
    'check-in',
    'check in',
    'welcome',
    'reception',
    'front desk',
    'đón tiếp',
    'tiếp đón',
    'การต้อนรับ',
    'ลงทะเบียน',
    'registratūr',
    'استقبال',
  ],
  'waiting-time': ['wait', 'chờ', 'đợi', 'ระยะเวลารอ', 'การรอ', 'laukim', 'انتظار'],
  care: [
    'care',
    'treatment',
    'nurs',
    'doctor',
    'chăm sóc',
    'điều trị',
    'bác sĩ',
    'การดูแล',
    'การรักษา',
    'แพทย์',
    'priežiūr',
    'gydym',
    'gydytoj',
    'دیکھ بھال',
    'علاج',
    'ڈاکٹر',
  ],
  explanations: ['expla', 'giải thích', 'การอธิบาย', 'paaiškin', 'وضاحت'],
  facilities: ['clean', 'facilit', 'vệ sinh', 'cơ sở vật chất', 'ความสะอาด', 'สถานที่', 'švar', 'patalp', 'صفائی'],
  privacy: ['privacy', 'riêng tư', 'ความเป็นส่วนตัว', 'privatum', 'رازداری'],
  'follow-up': ['follow-up', 'follow up', 'aftercare', 'tái khám', 'การติดตาม', 'tolesn', 'فالو اپ'],
  billing: [
    'bill',
    'payment',
    'thanh toán',
    'viện phí',
    'การชำระเงิน',
    'ค่าใช้จ่าย',
    'sąskait',
    'mokėjim',
    'بل',
    'ادائیگی',
  ],
};
