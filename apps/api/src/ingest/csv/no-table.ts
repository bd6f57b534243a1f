interface Sign {
  starts: Buffer | RegExp;
  what: string;
  remedy: string;
}

const SAVE_AS_CSV = 'Save its table as CSV UTF-8 and import that.';
const WRONG_FILE = 'Was the wrong file chosen? Export the rows as CSV and import that.';

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

/** How files begin that hold no rows to be read, whatever their name says. */
const SIGNS: readonly Sign[] = [
  { starts: bytes('504b0304'), what: 'a spreadsheet or an archive', remedy: SAVE_AS_CSV },
  { starts: bytes('d0cf11e0a1b11ae1'), what: 'a spreadsheet or document of an old Office', remedy: SAVE_AS_CSV },
  { starts: bytes('1f8b'), what: 'compressed (gzip)', remedy: 'Unpack it and import the file in it.' },
  { starts: bytes('377abcaf271c'), what: 'compressed (7z)', remedy: 'Unpack it and import the file in it.' },
  { starts: bytes('52617221'), what: 'compressed (RAR)', remedy: 'Unpack it and import the file in it.' },
  { starts: Buffer.from('%PDF-'), what: 'a PDF document', remedy: WRONG_FILE },
  { starts: Buffer.from('{\\rtf'), what: 'a text document (RTF)', remedy: WRONG_FILE },
  { starts: bytes('89504e470d0a1a0a'), what: 'a picture (PNG)', remedy: WRONG_FILE },
  { starts: bytes('ffd8ff'), what: 'a picture (JPEG)', remedy: WRONG_FILE },
  { starts: Buffer.from('GIF8'), what: 'a picture (GIF)', remedy: WRONG_FILE },
  {
    starts: /^(?:\u00ef\u00bb\u00bf)?\s*(?:<!doctype html|<html)/i,
    what: 'a web page',
    remedy:
      'The system perhaps asked to sign in again instead of giving the file. Open it there, export, and import what it gives.',
  },
];

const LOOKED_AT = 256;

/** What a file is instead of text with rows, and what to do, told by how it begins; undefined for all others. */
export function noTable(head: Buffer): string | undefined {
  const beginning = head.subarray(0, LOOKED_AT);
  const sign = SIGNS.find(({ starts }) =>
    starts instanceof RegExp
      ? starts.test(beginning.toString('latin1'))
      : beginning.subarray(0, starts.length).equals(starts),
  );
  return sign && `${sign.what}. ${sign.remedy}`;
}
