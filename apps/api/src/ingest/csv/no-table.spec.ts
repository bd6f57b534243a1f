import { expect, it } from '@jest/globals';
import { noTable } from './no-table.ts';

it.each<[string, Buffer, string]>([
  ['a workbook', Buffer.from('PK\x03\x04rest', 'latin1'), 'a spreadsheet or an archive. Save its table as CSV'],
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'a spreadsheet or document of an old Office. Save'],
  ['a compressed file', Buffer.from('1f8b0800', 'hex'), 'compressed (gzip). Unpack it'],
  ['a document', Buffer.from('%PDF-1.7\n'), 'a PDF document. Was the wrong file chosen?'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'a picture (PNG). Was the wrong file chosen?'],
  [
    'a web page',
    Buffer.from('\ufeff\n <!DOCTYPE HTML><html>'),
    'a web page. The system perhaps asked to sign in again',
  ],
])('tells %s', (_, head, words) => {
  expect(noTable(head)).toContain(words);
});

it.each(['id,csat\n1,5\n', 'PK,csat\n', '<?xml version="1.0"?>', 'html,csat\n<html>,1\n', '%,PDF\n', ''])(
  'leaves %j to its reader',
  (text) => {
    expect(noTable(Buffer.from(text))).toBeUndefined();
  },
);
