import { describe, expect, it } from '@jest/globals';
import { pluralRule } from './plural-rule.ts';

describe('the form of a message for a number', () => {
  it.each([
    ['en', 2, { 0: 1, 1: 0, 2: 1 }],
    ['ur', 2, { 1: 0, 3: 1 }],
    ['vi', 1, { 1: 0, 2: 0 }],
    ['th', 1, { 1: 0, 2: 0 }],
    ['lt', 4, { 1: 0, 2: 1, 9: 1, 1.5: 2, 10: 3, 11: 3, 21: 0, 22: 1 }],
  ] as const)('in %s, of %i forms', (language, forms, expected) => {
    const choose = pluralRule(language);
    const chosen = Object.keys(expected).map((count) => [count, choose(Number(count), forms)]);
    expect(Object.fromEntries(chosen)).toEqual(expected);
  });

  it('is the only one when there is only one', () => {
    expect(pluralRule('lt')(22, 1)).toBe(0);
  });
});
