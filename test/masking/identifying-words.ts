/** A comment a language that says who somebody is, in every way there is, and the pieces that nobody may keep. */
export const IDENTIFYING: Readonly<Record<string, { words: string; pieces: readonly string[] }>> = {
  en: {
    words:
      'Nurse Siobhan Gallagher took my card 4111 1111 1111 1111, NHS 943 476 5919, MRN 5551234. ' +
      'Call 07700 900123 or write to s.gallagher@mail.example.',
    pieces: ['Siobhan', 'Gallagher', '4111 1111', '943 476', '5551234', '07700', 's.gallagher'],
  },
  vi: {
    words:
      'Bác sĩ Nguyễn Hoàng Long hỏi CCCD 079123456789, số hồ sơ 20257731, thẻ 9704 3612 3456 7895. ' +
      'Gọi 0912 345 678, thư long.nh@thu.example.',
    pieces: ['Hoàng Long', '079123456789', '20257731', '9704 3612', '0912 345', 'long.nh'],
  },
  th: {
    words:
      'คุณหมอสมชาย ขอบัตร 1-1017-00230-70-8 และ HN 64012345 จ่ายด้วย 5512345678901231 ' +
      'โทร ๐๘๑-๒๓๔-๕๖๗๘ อีเมลsomchai.k@mail.exampleครับ',
    pieces: ['สมชาย', '1-1017', '64012345', '55123456', '๐๘๑', 'somchai.k'],
  },
  lt: {
    words:
      'Slaugytoja Genovaitė Stankevičienė prašė asmens kodo 39001010000, ligos istorijos Nr. 889123, ' +
      'kortelė 4532-1122-3344-5560. Skambinkite +370 600 12345, rašykite g.stank@pastas.example.',
    pieces: ['Genovait', 'Stankevi', '39001010000', '889123', '4532-1122', '600 12345', 'g.stank'],
  },
  ur: {
    words:
      'ڈاکٹر عمران قریشی نے شناختی کارڈ 35202-1234567-1 اور مریض نمبر 441203 مانگا، کارڈ 4532112233445560۔ ' +
      'فون ۰۳۰۰-۱۲۳۴۵۶۷ ای میل imran.q@dak.example',
    pieces: ['عمران', 'قریشی', '35202-1234567', '441203', '45321122', '۰۳۰۰', 'imran.q'],
  },
};

/** Names stay in complaints unless a source is set otherwise: whoever answers has to know whom it concerns. */
export const NAMES = ['Siobhan', 'Gallagher', 'Hoàng Long', 'สมชาย', 'Genovait', 'Stankevi', 'عمران', 'قریشی'];

export const PIECES: readonly string[] = Object.values(IDENTIFYING).flatMap(({ pieces }) => pieces);
