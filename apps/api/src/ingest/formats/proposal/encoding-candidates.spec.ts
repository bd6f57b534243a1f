import { expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { encodingCandidates } from './encoding-candidates.ts';

it.each<[string, string, string]>([
  ['windows-874', 'th', 'วันที่,แผนก,ความคิดเห็น\n2026-11-02,อายุรกรรม,บริการดีมาก\n'],
  ['windows-1257', 'lt', 'data,skyrius,pastabos\n2026-11-02,Širdies ligų,Ačiū už rūpestį, šilta ir švaru\n'],
  ['windows-1256', 'ur', 'تاريخ,شعبہ,رائے\n2026-11-02,دل,بہت اچھا تھا\n'],
  ['windows-1252', 'en', 'date,ward,words\n2026-11-02,4B,The café was closed – très désolé\n'],
])('takes %s for likeliest where the words are of its language', (encoding, language, text) => {
  const [first] = encodingCandidates(iconv.encode(text, encoding));
  expect(first).toEqual({ encoding, language, text });
});

it('takes windows-1258 for likeliest in Vietnamese, whose tones stand behind their letters', () => {
  const bytes = Buffer.from('khoa,x\nN\xF4\xF2i t\xF4\xD2ng qu\xE1t,1\n', 'latin1');
  const [first] = encodingCandidates(bytes);
  expect(first).toMatchObject({ encoding: 'windows-1258', language: 'vi', text: 'khoa,x\nNội tổng quát,1\n' });
});

it('has nothing to ask of UTF-8, even where the head of the file ends within a letter', () => {
  const bytes = Buffer.from('khoa,x\nNội tổng quát,1\nNhi ệ');
  expect(encodingCandidates(bytes)).toEqual([]);
  expect(encodingCandidates(bytes.subarray(0, -1))).toEqual([]);
});

it('leaves out encodings that do not have one of the bytes', () => {
  const names = encodingCandidates(Buffer.from('a\n\xdb\n', 'latin1')).map(({ encoding }) => encoding);
  expect(names).not.toContain('windows-874');
  expect(names).toContain('windows-1257');
});

it('has nothing to ask of UTF-8 with a line of another encoding among those that tell', () => {
  const right = Buffer.from('khoa,x\nNội tổng quát,1\n');
  const wrong = Buffer.from('caf\xe9,2\n', 'latin1');
  expect(encodingCandidates(Buffer.concat([right, wrong]))).toEqual([]);
  expect(encodingCandidates(Buffer.concat([right, wrong, wrong]))).not.toEqual([]);
});
