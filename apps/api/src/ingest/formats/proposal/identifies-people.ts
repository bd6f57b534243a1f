import { namesAPerson } from '../delimited/names-a-person.ts';
import type { SourceColumn } from '../format.ts';
import { asWords, patternOf, wordIn } from './spoken-words.ts';

/** Numbers that a patient keeps from visit to visit, or that the state gave them; in our five languages. */
const PATIENT_NUMBERS = patternOf([
  ...[
    'mrn',
    'hn',
    'nhs number',
    'nhs no',
    'hospital number',
    'patient id',
    'patient no',
    'patient number',
    'patient name',
  ],
  ...[
    'medical record',
    'national id',
    'passport',
    'insurance number',
    'social security',
    'ssn',
    'birth',
    'dob',
    'phone',
  ],
  ...[
    'mobile',
    'e-mail',
    'email',
    'mã bệnh nhân',
    'mã người bệnh',
    'căn cước',
    'cccd',
    'cmnd',
    'bảo hiểm y tế',
    'ngày sinh',
  ],
  ...['điện thoại', 'เลขประจำตัว', 'บัตรประชาชน', 'วันเกิด', 'โทรศัพท์', 'เบอร์โทร', 'อีเมล', 'asmens kod', 'paciento nr'],
  ...['gimimo', 'telefon', 'el. pašt', 'شناختی کارڈ', 'تاریخ پیدائش', 'مریض نمبر', 'فون', 'ای میل'],
]);

const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PHONE = /^(?:\+|00?)\d[\d\s().-]{7,14}$/;
/** Longer than the name of any column that merely holds a number: then it is a question, which may speak of phones. */
const LONGEST_NAME = 40;

/**
 * True for a column that says who somebody is: by its name, or because half of its values are mail addresses or telephone
 * numbers. It is never proposed for anything; an id in particular would be kept as it stands.
 */
export function identifiesPeople({ name, label = '' }: SourceColumn, values: readonly string[]): boolean {
  const texts = [asWords(name), asWords(label)].filter((text) => text.length <= LONGEST_NAME && !text.includes('?'));
  if (namesAPerson(name, label) || texts.some((text) => wordIn(PATIENT_NUMBERS, text) !== undefined)) return true;
  const contacts = values.filter((value) => MAIL.test(value) || PHONE.test(value)).length;
  return contacts > 0 && contacts * 2 >= values.length;
}
