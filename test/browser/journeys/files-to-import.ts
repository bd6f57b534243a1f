import iconv from 'iconv-lite';

/** A file as a person has it on their machine. */
export interface FileToImport {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const csvLine = (cells: readonly (string | number)[]): string =>
  cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',');

const file = (name: string, lines: readonly string[], encoding: string): FileToImport => ({
  name,
  mimeType: 'text/csv',
  buffer: iconv.encode(`${lines.join('\r\n')}\r\n`, encoding),
});

const two = (number: number): string => String(number).padStart(2, '0');

const QUESTIONS = {
  StartDate: 'Start Date',
  EndDate: 'End Date',
  Status: 'Response Type',
  Finished: 'Finished',
  RecordedDate: 'Recorded Date',
  ResponseId: 'Response ID',
  RecipientEmail: 'Recipient Email',
  UserLanguage: 'User Language',
  Q1: 'Overall, how satisfied were you with your visit?',
  Q2: 'How likely are you to recommend us to friends and family?',
  Q3: 'Which department did you visit?',
  Q4: 'Do you have any other comments?',
} as const;

const DEPARTMENTS = ['Outpatients', 'Pharmacy', 'X-ray'];
const SATISFIED = [
  'Very satisfied',
  'Satisfied',
  'Very satisfied',
  'Neither satisfied nor dissatisfied',
  'Dissatisfied',
];

/** What Qualtrics exports of so many answers, given one after another in the spring of 2026. */
export function qualtricsExport(answers = 60): FileToImport {
  const names = Object.keys(QUESTIONS);
  const ids = names.map((name) => `{"ImportId":"${name}","timeZone":"Europe/Vilnius"}`);
  const rows = Array.from({ length: answers }, (_, nth) => {
    const at = `2026-03-${two(2 + (nth % 21))} ${two(8 + (nth % 9))}:15:00`;
    return [
      ...[at, at, 'IP Address', 'True', at, `R_${String(nth).padStart(15, '0')}`, `patient${nth}@mail.example`, 'EN'],
      SATISFIED[nth % SATISFIED.length] ?? '',
      6 + (nth % 5),
      DEPARTMENTS[nth % DEPARTMENTS.length] ?? '',
      nth % 4 === 0 ? `They took their time. Call me on +370 612 3456${nth % 10}.` : '',
    ];
  });
  return file('Patient experience 2026.csv', [names, Object.values(QUESTIONS), ids, ...rows].map(csvLine), 'utf-8');
}

/** Satisfaction with two known departments and one nobody has set up, as an old Thai system saves it: windows-874, years of the Buddhist era. */
export function thaiSurvey(answers = 60): FileToImport {
  const departments = ['ผู้ป่วยนอก', 'ห้องยา', 'เอกซเรย์'];
  const rows = Array.from({ length: answers }, (_, nth) => [
    `${two(1 + (nth % 28))}/03/2569 ${two(8 + (nth % 9))}:30`,
    departments[nth % departments.length] ?? '',
    3 + (nth % 3),
    nth % 3 === 0 ? 'พยาบาลใจดีมาก อธิบายทุกขั้นตอน' : '',
  ]);
  return file(
    'แบบสอบถาม_2569.csv',
    [['วันที่ตอบ', 'แผนก', 'ความพึงพอใจโดยรวม', 'ความคิดเห็น'], ...rows].map(csvLine),
    'windows-874',
  );
}

/** Waits enough to stay a while on their way. */
export function manyWaits(rows: number, from = 0): FileToImport {
  const lines = Array.from({ length: rows }, (_, nth) => {
    const day = two(1 + (Math.floor(nth / 900) % 28));
    return `w-${from + nth},2026-03-${day}T${two(nth % 24)}:${two(nth % 60)}:00Z,${nth % 90}`;
  });
  return file('waits.csv', ['id,startedAt,waitMinutes', ...lines], 'utf-8');
}
