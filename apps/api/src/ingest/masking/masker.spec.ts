import { describe, expect, it } from '@jest/globals';
import { DETECTORS } from '#domain/masking.ts';
import { Masker } from './masker.ts';

const all = new Masker(DETECTORS, ['HN######']);

describe('masking', () => {
  it.each([
    ['Write to minh.tran+gp@bệnhviện.example or a@b.co', 'Write to [email] or [email]'],
    ['อีเมลsomchai.j@mail.exampleครับ', 'อีเมล[email]ครับ'],
    ['Call 0912 345 678 or +370 600 12345 or (02) 555-01234', 'Call [phone] or [phone] or [phone]'],
    ['โทร 081-234-5678', 'โทร [phone]'],
    ['โทร๐๘๑๒๓๔๕๖๗๘ครับ', 'โทร[phone]ครับ'],
    ['میرا نمبر ۰۳۰۰-۱۲۳۴۵۶۷ ہے', 'میرا نمبر [phone] ہے'],
    ['Waited from 08:15 until 10:45 on 2026-11-12', 'Waited from 08:15 until 10:45 on 2026-11-12'],
    ['On 12-11-2026 I paid 120.00, bed 14, score 9/10', 'On 12-11-2026 I paid 120.00, bed 14, score 9/10'],
    ['Booked for 2026-11-15 08:30, seen 15.11.2026 10:45', 'Booked for 2026-11-15 08:30, seen 15.11.2026 10:45'],
    ['Ward 4B, 2 nurses, 35 minutes', 'Ward 4B, 2 nurses, 35 minutes'],
    ['Dr Okonjo saw HN204517, paid with 4111 1111 1111 1111', 'Dr [name] saw [id], paid with [card]'],
  ])('%s', (words, masked) => expect(all.mask(words).text).toBe(masked));

  it('counts what it masked, by detector', () => {
    const { counts } = all.mask('Dr Smith: 0912 345 678, 0912 345 679, a@b.co, HN 123456');
    expect(counts).toEqual({ name: 1, phone: 2, email: 1, hospital: 1 });
  });

  it('leaves alone what it was not asked for', () => {
    const said = 'Dr Smith, a@b.co, 0912 345 678, 4111 1111 1111 1111, 943 476 5919, HN 123456';
    for (const detector of DETECTORS) {
      expect(Object.keys(new Masker([detector]).mask(said).counts)).toEqual([detector]);
    }
    expect(new Masker([]).mask(said)).toEqual({ text: said, counts: {} });
  });
});
