import { expect, it } from '@jest/globals';
import { qrPath } from './qr-path.ts';

it('draws squares within its size and nothing else, whatever it says', () => {
  const { size, path } = qrPath('otpauth://totp/Bedside:"><script>@hospital.example?secret=ABC');
  expect(path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
  const ends = [...path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
  expect(Math.min(...ends)).toBe(2);
  expect(Math.max(...ends)).toBe(size - 3);
});
