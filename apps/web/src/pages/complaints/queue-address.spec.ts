import { describe, expect, it } from '@jest/globals';
import { filtersSet, isNarrowed, type QueueFilter, queueFilterOf, queueQueryOf } from './queue-address.ts';

describe('the queue of an address', () => {
  it('shows what is due next unless told otherwise', () => {
    expect(queueFilterOf({})).toEqual({ view: 'open', stage: [], q: '' });
    expect(queueFilterOf({ view: 'everything' }).view).toBe('open');
  });

  it('keeps several values of each filter and drops stages that do not exist', () => {
    expect(
      queueFilterOf({ view: 'all', site: ['riverside', 'hillside'], stage: ['resolved', 'lost'] }, 'bill'),
    ).toEqual({
      view: 'all',
      site: ['riverside', 'hillside'],
      stage: ['resolved'],
      q: 'bill',
    });
  });

  it('leaves filters of other pages alone', () => {
    expect(queueFilterOf({ language: 'vi', waitKind: 'bill' })).toEqual({ view: 'open', stage: [], q: '' });
  });
});

describe('the address of a queue', () => {
  it('is as short as can be', () => {
    expect(queueQueryOf({ view: 'open', stage: [], q: '' }, { view: 'closed', q: 'bill', site: 'riverside' })).toEqual(
      {},
    );
  });

  it('keeps the period of the page it came from', () => {
    const query = queueQueryOf({ view: 'overdue', stage: [], q: '' }, { weeks: '4', view: 'closed' });
    expect(query).toEqual({ weeks: ['4'], view: 'overdue' });
  });

  it('tells no words, and takes none from an address', () => {
    expect(queueQueryOf({ view: 'all', stage: [], q: 'my father' }, {})).toEqual({ view: 'all' });
    expect(queueFilterOf({ q: 'my father' }).q).toBe('');
  });

  it('reads back as the same queue', () => {
    const filter: QueueFilter = {
      view: 'due-soon',
      stage: ['received'],
      q: '2291',
      department: ['billing'],
      channel: ['phone'],
    };
    expect(queueFilterOf(queueQueryOf(filter, {}), filter.q)).toEqual(filter);
  });
});

describe('a queue is narrowed', () => {
  it.each([
    [{}, false],
    [{ view: 'closed' }, false],
    [{ language: 'vi' }, false],
    [{ stage: 'received' }, true],
    [{ touchpoint: 'billing' }, true],
  ])('by %j: %s', (query, narrowed) => {
    expect(isNarrowed(queueFilterOf(query))).toBe(narrowed);
  });

  it('by words', () => {
    expect(isNarrowed(queueFilterOf({}, 'bill'))).toBe(true);
  });
});

it('counts each value that is chosen', () => {
  expect(filtersSet(queueFilterOf({ stage: 'received', site: ['riverside', 'hillside'] }, 'bill'))).toBe(3);
});
