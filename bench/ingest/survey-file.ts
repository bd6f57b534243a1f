import { type FileHandle, open } from 'node:fs/promises';
import { CHANNELS } from '#domain/channel.ts';
import { Random } from '../../seed/chance/random.ts';
import { DEPARTMENTS } from './hospital.ts';

/** A made-up survey export: answers of five months, in the order they came unless `shuffled`. */
export interface SurveyFile {
  path: string;
  rows: number;
  /** Stands before each id, so that two files hold different rows. */
  series: string;
  shuffled?: boolean;
}

const COLUMNS =
  'external_id,department,responded_at,channel,language,csat,nps,scores.scheduling,scores.check-in,scores.care,scores.discovery,scores.billing,comment';
const FIRST = Date.UTC(2025, 0, 1);
const SPAN_MS = 150 * 86_400_000;
const CHUNK = 1 << 18;

const COMMENTS = {
  en: [
    'The nurse explained every step and found me a quiet chair while I waited for the results of my blood test.',
    'Waited far too long at the desk, nobody could say when the doctor would come, and the room was cold.',
    'Kind, quick and clear. Thank you, especially to the young man who helped my mother with the forms.',
    'Parking was full again, so we were late, but reception let us in all the same and the visit itself was good.',
  ],
  vi: [
    'Bác sĩ giải thích rất kỹ, điều dưỡng thân thiện, nhưng phải chờ lâu ở quầy đăng ký và nhà thuốc.',
    'Phòng khám sạch sẽ, nhân viên nhiệt tình. Tôi chỉ mong thời gian chờ kết quả xét nghiệm ngắn hơn.',
  ],
  th: ['หมอและพยาบาลใจดีมาก แต่รอคิวรับยานานเกินไป และที่จอดรถไม่พอ'],
};

/** Writes a file of about 160 bytes a row. The same series and number of rows give the same bytes. */
export async function writeSurveyFile({ path, rows, series, shuffled = false }: SurveyFile): Promise<void> {
  const random = new Random('bench', series, rows);
  const file = await open(path, 'w');
  try {
    await file.write(`${COLUMNS}\n`);
    let chunk = '';
    for (let row = 0; row < rows; row += 1) {
      const at = FIRST + Math.floor((shuffled ? random.next() : row / rows) * SPAN_MS);
      chunk += `${rowOf(`${series}-${row}`, at, random)}\n`;
      if (chunk.length >= CHUNK) chunk = await flushed(file, chunk);
    }
    await flushed(file, chunk);
  } finally {
    await file.close();
  }
}

async function flushed(file: FileHandle, chunk: string): Promise<string> {
  await file.write(chunk);
  return '';
}

function rowOf(id: string, at: number, random: Random): string {
  const language = random.weighted({ en: 70, vi: 25, th: 5 });
  const score = (): string => (random.chance(0.2) ? '' : String(random.between(1, 5)));
  return [
    id,
    random.pick(DEPARTMENTS).code,
    new Date(at).toISOString().slice(0, 19).replace('T', ' '),
    random.chance(0.6) ? 'sms' : random.pick(CHANNELS.codes),
    language,
    random.between(1, 5),
    random.chance(0.1) ? '' : random.between(0, 10),
    ...[score(), score(), score(), score(), score()],
    random.chance(0.6) ? `"${random.pick(COMMENTS[language])}"` : '',
  ].join(',');
}
