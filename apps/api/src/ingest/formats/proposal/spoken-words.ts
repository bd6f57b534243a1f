/**
 * What columns and questions speak of, in English, Vietnamese, Thai, Lithuanian and Urdu. Beginnings of words: `satisf`
 * is in satisfied and satisfaction. Thai writes no spaces, so that its words count wherever they stand.
 */
export const WORDS = {
  recommend: ['recommend', 'giới thiệu', 'khuyên', 'แนะนำ', 'rekomend', 'سفارش', 'تجویز کر'],
  experience: ['experience of our', 'your experience', 'trải nghiệm', 'ประสบการณ์', 'patirt', 'تجربہ'],
  satisfied: ['satisf', 'csat', 'hài lòng', 'พึงพอใจ', 'พอใจ', 'patenkint', 'pasitenkin', 'مطمئن', 'اطمینان'],
  overall: [
    'overall',
    'in general',
    'all in all',
    'nhìn chung',
    'chung',
    'โดยรวม',
    'ภาพรวม',
    'apskritai',
    'bendr',
    'مجموعی',
  ],
  rated: ['rate', 'rating', 'score', 'how good', 'đánh giá', 'ให้คะแนน', 'ประเมิน', 'vertin', 'įvertin', 'درجہ'],
  ease: ['easy', 'ease', 'effort', 'difficult', 'dễ', 'ง่าย', 'สะดวก', 'lengv', 'paprast', 'pastang', 'آسان'],
  comment: [
    ...['comment', 'feedback', 'suggest', 'anything else', 'else', 'improve', 'better', 'your words', 'why', 'remark'],
    ...['góp ý', 'ý kiến', 'nhận xét', 'đề xuất', 'ความคิดเห็น', 'ข้อเสนอแนะ', 'แนะนำเพิ่มเติม'],
    ...['komentar', 'pastab', 'pasiūlym', 'atsiliepim', 'تبصر', 'رائے', 'تجاویز', 'مشورہ'],
  ],
  department: [
    ...['department', 'dept', 'ward', 'clinic', 'unit', 'surgery', 'speciality', 'specialty', 'referral'],
    ...[
      'where were you',
      'khoa',
      'phòng khám',
      'แผนก',
      'หอผู้ป่วย',
      'คลินิก',
      'skyri',
      'padalin',
      'klinik',
      'شعبہ',
      'وارڈ',
      'کلینک',
    ],
  ],
  site: [
    ...['hospital', 'site', 'campus', 'branch', 'location', 'bệnh viện', 'cơ sở', 'chi nhánh', 'โรงพยาบาล', 'สาขา'],
    ...['ligonin', 'filial', 'ہسپتال', 'برانچ'],
  ],
  answered: [
    ...['respond', 'response date', 'answered', 'submit', 'complet', 'recorded', 'end date', 'timestamp', 'sent in'],
    ...['ngày trả lời', 'thời gian', 'ngày gửi', 'ngày', 'วันที่ตอบ', 'ประทับเวลา', 'วันที่', 'เวลา'],
    ...['pateik', 'užpild', 'data', 'laik', 'تاریخ', 'وقت', 'date', 'time'],
  ],
  visited: [
    ...[
      'visit',
      'appointment',
      'admission',
      'discharge',
      'attendance',
      'ngày khám',
      'lượt khám',
      'nhập viện',
      'xuất viện',
    ],
    ...['วันที่เข้ารับ', 'วันนัด', 'มารับบริการ', 'apsilank', 'vizit', 'معائن', 'ملاقات'],
  ],
  began: [
    'start',
    'arriv',
    'check in',
    'check-in',
    'queued',
    'called',
    'ngày đến',
    'giờ đến',
    'มาถึง',
    'เริ่ม',
    'atvyk',
    'pradž',
    'آمد',
    'شروع',
  ],
  ended: [
    'end',
    'seen',
    'finish',
    'leav',
    'left',
    'giờ khám',
    'kết thúc',
    'พบแพทย์',
    'สิ้นสุด',
    'priimt',
    'pabaig',
    'ختم',
    'معائنہ',
  ],
  waited: ['wait', 'minutes', 'chờ', 'đợi', 'phút', 'รอ', 'นาที', 'lauk', 'minut', 'انتظار', 'منٹ'],
  promised: ['promis', 'told to expect', 'target', 'estimated', 'dự kiến', 'ประมาณการ', 'žadė', 'متوقع'],
  channel: ['channel', 'mode', 'method', 'sent by', 'kênh', 'ช่องทาง', 'kanal', 'būd', 'ذریعہ'],
  language: ['language', 'lang', 'locale', 'ngôn ngữ', 'ภาษา', 'kalb', 'زبان'],
  id: [
    'id',
    'number',
    'no',
    'reference',
    'ref',
    'key',
    'mã',
    'số phiếu',
    'รหัส',
    'เลขที่',
    'nr',
    'numer',
    'شناخت',
    'نمبر',
  ],
  visitId: [
    ...[
      'visit id',
      'visit no',
      'visit number',
      'visit ref',
      'encounter',
      'episode',
      'vn',
      'mã lượt khám',
      'mã lần khám',
    ],
    ...['เลขที่เข้ารับบริการ', 'apsilankymo nr', 'vizito nr', 'وزٹ نمبر'],
  ],
  stars: ['star', 'rating', 'sao', 'ดาว', 'žvaigžd', 'įvertin', 'ستار'],
  positive: ['positive', 'recommends', 'recommended', 'would recommend', 'đề xuất', 'teigiam', 'مثبت'],
  reviewed: [
    'review',
    'published',
    'posted',
    'created',
    'đăng',
    'โพสต์',
    'paskelb',
    'شائع',
    'date',
    'ngày',
    'วันที่',
    'data',
    'تاریخ',
  ],
  text: ['text', 'review', 'words', 'content', 'body', 'nội dung', 'ข้อความ', 'รีวิว', 'tekst', 'متن', 'جائزہ'],
  reply: ['reply', 'owner response', 'our answer', 'phản hồi', 'การตอบกลับ', 'atsakym', 'جواب'],
  received: [
    'received',
    'registered',
    'logged',
    'opened',
    'created',
    'tiếp nhận',
    'วันที่รับ',
    'gaut',
    'registr',
    'موصول',
    'date',
    'ngày',
    'วันที่',
    'data',
    'تاریخ',
  ],
  narrative: [
    'narrative',
    'description',
    'detail',
    'complaint',
    'what happened',
    'nội dung',
    'รายละเอียด',
    'ข้อร้องเรียน',
    'skund',
    'aprašym',
    'شکایت',
    'تفصیل',
  ],
  title: ['title', 'summary', 'headline', 'tiêu đề', 'หัวข้อ', 'antrašt', 'pavadinim', 'عنوان'],
  subject: [
    'subject',
    'category',
    'topic',
    'theme',
    'chủ đề',
    'loại',
    'ประเภท',
    'หมวด',
    'tema',
    'kategor',
    'موضوع',
    'زمرہ',
  ],
  severity: ['severity', 'priority', 'risk', 'mức độ', 'ระดับความรุนแรง', 'svarb', 'شدت'],
  stage: ['stage', 'status', 'state', 'trạng thái', 'สถานะ', 'būsen', 'حالت'],
  happened: [
    'happened',
    'changed',
    'event',
    'at',
    'xảy ra',
    'เกิดขึ้น',
    'įvyk',
    'واقع',
    'date',
    'ngày',
    'วันที่',
    'data',
    'تاریخ',
  ],
  actor: ['actor', 'team', 'by whom', 'handled by', 'assigned', 'bộ phận', 'ทีม', 'komand', 'ٹیم'],
  complaintOf: ['complaint', 'case', 'ticket', 'khiếu nại', 'ร้องเรียน', 'skund', 'شکایت'],
} as const satisfies Record<string, readonly string[]>;

export type Topic = keyof typeof WORDS;

const THAI = /\p{Script=Thai}/u;

const PATTERNS = new Map<string, RegExp>(
  Object.entries(WORDS).map(([topic, words]: [string, readonly string[]]) => [topic, patternOf(words)]),
);

/** The word of a topic that a text holds, as it stands there; undefined where it speaks of something else. */
export function spokenOf(topic: Topic, text: string): string | undefined {
  return wordIn(PATTERNS.get(topic) as RegExp, text);
}

/** What a pattern of `patternOf` finds in a text, as it stands there. */
export function wordIn(pattern: RegExp, text: string): string | undefined {
  // Patterns that ignore case over letters of every script take long to make.
  const lower = text.toLowerCase();
  const found = pattern.exec(lower);
  if (found === null) return undefined;
  return lower.length === text.length ? text.slice(found.index, found.index + found[0].length) : found[0];
}

/** A pattern for words given by their beginnings, longest first; those of two letters or fewer have to stand alone. */
export function patternOf(words: readonly string[]): RegExp {
  const byLength = [...words].sort((one, other) => other.length - one.length);
  const parts = byLength.map((word) => {
    const escaped = word
      .normalize('NFC')
      .toLowerCase()
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    if (THAI.test(word)) return escaped;
    return `(?<![\\p{L}\\p{M}])${escaped}${word.length <= 2 ? '(?![\\p{L}\\p{M}])' : '[\\p{L}\\p{M}]*'}`;
  });
  return new RegExp(parts.join('|'), 'u');
}

/** A column's name and question as words: `arrivedAt` and `arrived_at` are `arrived At` and `arrived at`. */
export function asWords(name: string): string {
  return name
    .normalize('NFC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_.]+/g, ' ');
}
