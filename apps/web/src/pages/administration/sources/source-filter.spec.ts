import { expect, it } from '@jest/globals';
import type { SourceDto, SourceKeyDto } from '#contracts/sources.dto.ts';
import { fittingSources } from './source-filter.ts';

const key = (name: string, state: SourceKeyDto['state']): SourceKeyDto => ({
  ...{ id: name, name, state, hint: 'abcd' },
  ...{ createdAt: '2026-01-01T00:00:00Z', createdBy: 'Rasa', expiresAt: null, lastUsedAt: null },
});
const FRESH: SourceDto['freshness'] = {
  ...{ state: 'fresh', since: null, nextExpectedAt: null, findings: [] },
  expected: { rhythm: 'day', weekdays: [1], graceHours: 6, learned: true, setBy: null },
};
const source = (code: string, name: string, part: Partial<SourceDto> = {}): SourceDto => ({
  ...{
    code,
    name,
    own: false,
    kinds: [],
    lastDeliveryAt: null,
    rows: 0,
    quarantined: 0,
    freshness: FRESH,
    keys: [],
    version: 'read',
  },
  ...part,
});
const SOURCES = [
  source('survey-tool', 'Post-visit survey', { keys: [key('Nightly export', 'live')] }),
  source('queue', 'Eilės numerėliai', { quarantined: 3, keys: [key('Old', 'revoked')] }),
  source('google', 'Reviews'),
];

it.each([
  ['', 'all', ['survey-tool', 'queue', 'google']],
  ['SURVEY', 'all', ['survey-tool']],
  ['nightly', 'all', ['survey-tool']],
  ['visit post', 'all', ['survey-tool']],
  ['eilės', 'all', ['queue']],
  ['nobody', 'all', []],
  ['', 'set-aside', ['queue']],
  ['', 'live-key', ['survey-tool']],
  ['reviews', 'live-key', []],
] as const)('%j among %s sources finds %j', (words, choice, found) => {
  expect(fittingSources(SOURCES, { words, choice }, 'lt').map(({ code }) => code)).toEqual(found);
});
