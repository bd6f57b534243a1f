import { expect, it } from '@jest/globals';
import { nearestName, noSuchName } from './nearest-name.ts';

const FIELDS = ['externalId', 'respondedAt', 'csat', 'nps', 'scores.check-in', 'comment'];

it.each<[string, string | undefined]>([
  ['recievedAt', undefined],
  ['respondetAt', 'respondedAt'],
  ['responded_at', 'respondedAt'],
  ['cast', 'csat'],
  ['scores.checkin', 'scores.check-in'],
  ['Comments', 'comment'],
  ['zebra', undefined],
])('%s is nearest to %s', (typed, name) => {
  expect(nearestName(typed, FIELDS)).toBe(name);
});

it('says what is allowed', () => {
  expect(noSuchName('field', 'cast', ['csat', 'nps'])).toBe(
    'There is no field cast. Did you mean csat? Allowed: csat, nps.',
  );
});
