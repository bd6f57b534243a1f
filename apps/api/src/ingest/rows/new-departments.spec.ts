import { describe, expect, it } from '@jest/globals';
import { codeFrom } from './new-departments.ts';

describe('the code of a new department', () => {
  it.each([
    ['Earl’s Court Surgery', 'earls-court-surgery'],
    ['  Khoa Đẻ & Sơ sinh ', 'khoa-de-so-sinh'],
    ['Ward 4B', 'ward-4b'],
    ['Vaikų skyrius', 'vaiku-skyrius'],
  ])('%s', (name, code) => expect(codeFrom(name)).toBe(code));

  it('is made from a hash where a name has no Latin letters, the same each time', () => {
    expect(codeFrom('หอผู้ป่วย')).toMatch(/^department-[0-9a-f]{8}$/);
    expect(codeFrom('หอผู้ป่วย')).toBe(codeFrom(' หอผู้ป่วย '));
    expect(codeFrom('ایمرجنسی')).not.toBe(codeFrom('หอผู้ป่วย'));
  });
});
