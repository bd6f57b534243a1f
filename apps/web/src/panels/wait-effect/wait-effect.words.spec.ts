import { expect, it } from '@jest/globals';
import type { RelationDto } from '#contracts/metrics-drivers.dto.ts';
import { PLAIN_SPEECH } from '../../format/speech.fixture.ts';
import { waitSaying } from './wait-effect.words.ts';

const relation = (part: Partial<RelationDto>): RelationDto => ({
  value: -3,
  low: -4,
  high: -2,
  n: 900,
  method: 'cluster-robust95',
  withheld: null,
  untold: null,
  needed: null,
  ...part,
});
const nothing = { value: null, low: null, high: null, n: null };

it.each([
  ['a loss', {}, 'drivers.wait.costs drivers.wait.points 3 drivers.wait.range 2 4', 'concern'],
  [
    'a gain',
    { value: 1.2, low: 0.3, high: 2 },
    'drivers.wait.brings drivers.wait.points 1.2 drivers.wait.range 0.3 2',
    'improvement',
  ],
  ['nothing, where the interval holds zero', { high: 0.5 }, 'drivers.wait.none drivers.wait.range −4 0.5', 'calm'],
  ['that more replies are needed', { ...nothing, untold: 'too-few', needed: 40 }, 'drivers.wait.tooFew 40', 'unknown'],
  ['that nothing differs', { ...nothing, untold: 'never-varies' }, 'drivers.wait.constant', 'unknown'],
  ['that it is withheld', { ...nothing, withheld: 'fewer-than-minimum' }, 'drivers.wait.hidden 10', 'unknown'],
] as const)('says of ten minutes %s', (_, part, text, tone) => {
  expect(waitSaying(relation(part), 10, PLAIN_SPEECH)).toEqual({ text, tone });
});
