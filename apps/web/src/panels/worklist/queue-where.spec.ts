import { expect, it } from '@jest/globals';
import { queueWhere } from './queue-where.ts';

it('keeps what a queue understands and drops what is about other facts', () => {
  expect(queueWhere({ site: ['riverside'], 'wait-kind': ['bill'], language: ['vi'], channel: [] })).toEqual({
    site: ['riverside'],
  });
});

it('keeps an unknown channel and drops one that does not exist', () => {
  expect(queueWhere({ channel: ['phone', 'unknown', 'telegraph'] })).toEqual({ channel: ['phone', 'unknown'] });
});
