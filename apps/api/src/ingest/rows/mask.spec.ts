import { describe, expect, it } from '@jest/globals';
import { maskIdentifiers } from './mask.ts';

describe('masking identifiers', () => {
  it.each([
    ['Write to minh.tran+gp@bệnhviện.example or a@b.co', 'Write to [email] or [email]'],
    ['Call 0912 345 678 or +370 600 12345 or (02) 555-01234', 'Call [phone] or [phone] or [phone]'],
    ['โทร 081-234-5678', 'โทร [phone]'],
    ['Waited from 08:15 until 10:45 on 2026-11-12', 'Waited from 08:15 until 10:45 on 2026-11-12'],
    ['On 12-11-2026 I paid 120.00, bed 14, score 9/10', 'On 12-11-2026 I paid 120.00, bed 14, score 9/10'],
    ['Booked for 2026-11-15 08:30, seen 15.11.2026 10:45', 'Booked for 2026-11-15 08:30, seen 15.11.2026 10:45'],
    ['Ward 4B, 2 nurses, 35 minutes', 'Ward 4B, 2 nurses, 35 minutes'],
  ])('%s', (words, masked) => expect(maskIdentifiers(words)).toBe(masked));

  it.each(['a', '1.', '(', 'a@', 'a@b', '-'])('is done at once however long a text of nothing but %p is', (part) => {
    const began = performance.now();
    maskIdentifiers(part.repeat(50_000 / part.length));
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
