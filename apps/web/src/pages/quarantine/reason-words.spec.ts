import { describe, expect, it } from '@jest/globals';
import { REFUSAL_CODES } from '#contracts/ingest/refusal-code.ts';
import { quarantine as en } from '../../locales/en/quarantine.ts';
import { quarantine as lt } from '../../locales/lt/quarantine.ts';
import { quarantine as th } from '../../locales/th/quarantine.ts';
import { quarantine as ur } from '../../locales/ur/quarantine.ts';
import { quarantine as vi } from '../../locales/vi/quarantine.ts';

describe('why rows are set aside', () => {
  it.each(Object.entries({ en, vi, th, lt, ur }))('is told in %s for every reason there is', (_, { codes }) => {
    expect(Object.keys(codes).sort()).toEqual([...REFUSAL_CODES].sort());
    expect(Object.values(codes).filter((words) => words.trim() === '')).toEqual([]);
  });
});
