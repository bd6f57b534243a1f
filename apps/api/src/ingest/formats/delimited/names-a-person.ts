import { plainName } from '../../mapping/nearest-name.ts';

const WHOSE = '(?:your|my|recipient|contact|patient|respondent|participant|customer|guest)?';

/** What columns are called that say who somebody is or where to find them, as `plainName` spells them. */
const ENGLISH = new RegExp(
  `^(?:${[
    `${WHOSE}(?:first|last|middle|full|given|family|sur)?names?`,
    `${WHOSE}emails?(?:address(?:es)?)?`,
    `${WHOSE}(?:tele|mobile|cell|home)?(?:phone|mobile)(?:number|no)?`,
    `${WHOSE}(?:home|postal|street)?address`,
    'username|userid|token|accesscode|signature|photo|picture',
    '(?:user|client)?ip(?:addr|address)?',
    '(?:location|geo|gps)?(?:latitude|longitude|coordinates)|locationaccuracy',
  ].join('|')})$`,
);

/** The same where forms are written in Vietnamese, Thai, Lithuanian and Urdu. */
const OTHERS: ReadonlySet<string> = new Set(
  [
    'Họ tên',
    'Họ và tên',
    'Tên',
    'Số điện thoại',
    'Điện thoại',
    'Địa chỉ email',
    'Thư điện tử',
    'Tên người dùng',
    'ชื่อ',
    'ชื่อ-นามสกุล',
    'ชื่อ-สกุล',
    'เบอร์โทร',
    'เบอร์โทรศัพท์',
    'หมายเลขโทรศัพท์',
    'อีเมล',
    'ที่อยู่อีเมล',
    'ชื่อผู้ใช้',
    'Vardas',
    'Pavardė',
    'Vardas, pavardė',
    'Vardas ir pavardė',
    'El. paštas',
    'El. pašto adresas',
    'Telefonas',
    'Telefono numeris',
    'Telefono nr.',
    'Naudotojo vardas',
    'نام',
    'پورا نام',
    'آپ کا نام',
    'فون نمبر',
    'موبائل نمبر',
    'ای میل',
    'ای میل ایڈریس',
    'ای میل پتہ',
    'صارف نام',
  ].map(plainName),
);

/** Questions whose parts ask where to find somebody, and not how it went there. */
const ASKS_FOR_CONTACT =
  /contact (?:details|info|information|you)\b|in touch|(?:your|personal) details|liên hệ với|thông tin liên|ข้อมูลติดต่อ|ติดต่อกลับ|kontaktin|susisiek|رابطے کی|رابطہ/i;

/**
 * True for a column that identifies people, by its name or by the whole of its question: `Email`, or `May we get in
 * touch? - Phone`. A question that merely speaks of names or phones (`How easy was it to reach us? - Phone`) is kept.
 */
export function namesAPerson(name: string, label = ''): boolean {
  return [name, label, partOf(name), partOf(label)].some((text) => {
    const plain = plainName(text);
    return ENGLISH.test(plain) || OTHERS.has(plain);
  });
}

/** `Phone` of `May we get in touch? - Phone`, or of `Your details [Phone]`. */
function partOf(text: string): string {
  const [, question = '', part = ''] = /^(.+?)(?: - |: |\[)([^[\]]+?)\]?\s*$/.exec(text) ?? [];
  return ASKS_FOR_CONTACT.test(question) ? part : '';
}
