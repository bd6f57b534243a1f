import { describe, expect, it } from '@jest/globals';
import { QueryRunnerAlreadyReleasedError } from 'typeorm';
import { retryable, unavailable } from './retryable.ts';

const coded = (code: string): Error => Object.assign(new Error('words of the server'), { code });

describe('trouble with the database', () => {
  it.each([
    ['a lost race', coded('40001'), 'again'],
    ['a server that restarts', coded('57P03'), 'again'],
    ['a refused connection', coded('ECONNREFUSED'), 'again'],
    ['a connection cut in a statement', new Error('Connection terminated unexpectedly'), 'again'],
    [
      'a connection cut between statements',
      new Error('Client has encountered a connection error and is not queryable'),
      'again',
    ],
    ['a connection let go of because it broke', new QueryRunnerAlreadyReleasedError(), 'again'],
    ['a full disk', coded('53100'), 'later'],
    ['too many connections', coded('53300'), 'later'],
    ['a statement that took too long', coded('57014'), 'later'],
    ['a pool without a free connection', new Error('timeout exceeded when trying to connect'), 'later'],
    ['a host that is not there', coded('ENOTFOUND'), 'later'],
    ['a statement at fault', coded('22021'), 'never'],
    ['a bug', new TypeError('x is not a function'), 'never'],
    ['what is no error', 'timeout', 'never'],
  ])('%s', (_, error, tried) => {
    expect({ again: retryable(error), later: unavailable(error) }).toEqual({
      again: tried === 'again',
      later: tried !== 'never',
    });
  });
});
