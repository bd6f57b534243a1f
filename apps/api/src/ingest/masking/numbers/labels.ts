/** Words that say what the number after them is, as patterns: what people write in comments, in the five languages. */
export const HOSPITAL_LABELS = [
  ...[
    'hn',
    'mrn',
    'uhid',
    'chart',
    'medical records?',
    'mr no',
    'hosp(?:ital)? (?:id|number|no)',
    'patient(?: id| file)?',
  ],
  ...['case(?: id)?', 'file', 'admission', 'số hồ sơ', 'mã hồ sơ', 'hồ sơ(?: bệnh án)?', 'mã (?:bệnh nhân|bn)'],
  ...['(?:số|mã) bệnh án', 'số nhập viện', 'mã (?:số )?khám', 'เอชเอ็น', '(?:เลขที่)?เวชระเบียน', 'เลขประจำตัวผู้ป่วย'],
  ...[
    'รหัสผู้ป่วย',
    'เลขที่(?:บัตร)?ผู้ป่วย',
    'ligos istorij(?:a|os|ą)(?: nr)?',
    '(?:paciento|ambulatorin[ėę]s?) kortel(?:ė|ės|ę)',
  ],
  ...['مریض', 'فائل', 'ایم آر', 'رجسٹریشن', 'پرچی'],
];

export const NATIONAL_LABELS = [
  ...['nhs', 'chi', 'cnic', 'nic', 'ssn', 'national insurance', 'social security', 'passport', 'id(?: card)?'],
  ...[
    'cccd',
    'cmnd',
    'cmt',
    'căn cước(?: công dân)?',
    'chứng minh(?: nhân dân| thư)?',
    'hộ chiếu',
    'bhyt',
    'bhxh',
    'số thẻ',
  ],
  ...['บัตร(?:ประจำตัว)?ประชาชน', 'เลขประจำตัวประชาชน', 'หนังสือเดินทาง', 'พาสปอร์ต'],
  ...['asmens kod(?:as|ą|o|u)', 'a\\. ?k', 'paso', 'شناختی کارڈ', 'پاسپورٹ'],
];

export const PHONE_LABELS = [
  ...['tel', 'telephone', 'phone', 'mobile', 'mob', 'cell', 'call', 'ring', 'fax', 'whatsapp', 'viber', 'line id'],
  ...['sđt', 'sdt', 'đt', 'điện thoại', 'số máy', 'gọi', 'hotline', 'zalo', 'liên hệ'],
  ...['โทรศัพท์', 'โทร', 'เบอร์(?:โทร)?', 'มือถือ', 'ติดต่อ', 'telefon(?:as|u|ą|o)', 'skambin(?:kite|ti|kit)', 'mob\\. ?tel'],
  ...['فون', 'موبائل', 'رابطہ', 'کال', 'واٹس ایپ'],
];
