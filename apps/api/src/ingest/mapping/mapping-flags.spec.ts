import { describe, expect, it } from '@jest/globals';
import { type MappingFlags, mappingOfFlags } from './mapping-flags.ts';
import { mergeMappings } from './merge-mappings.ts';
import { parseMapping } from './parse-mapping.ts';

describe('flags', () => {
  it('become a mapping', () => {
    const flags: MappingFlags = {
      map: ['rating=fft', 'rating=csat', 'phone=', 'a=b=comment'],
      set: ['channel=sms', 'comment=x=y'],
      value: ['csat:Extremely likely=5', "csat:Don't know=", 'department:9:00 = early=am'],
      dateOrder: 'dmy',
      zone: 'Asia/Bangkok',
      decimal: ',',
      only: ['Org code=RX1', 'Org code=RX2', 'a=b=c'],
      createDepartments: true,
      site: 'north',
    };
    expect(mappingOfFlags(flags)).toEqual({
      columns: { rating: ['fft', 'csat'], phone: null, 'a=b': 'comment' },
      constants: { channel: 'sms', comment: 'x=y' },
      values: { csat: { 'Extremely likely': '5', "Don't know": '' }, department: { '9:00 = early': 'am' } },
      dates: { order: 'dmy', zone: 'Asia/Bangkok' },
      numbers: { decimal: ',' },
      only: { 'Org code': ['RX1', 'RX2'], 'a=b': ['c'] },
      createDepartments: true,
      site: 'north',
    });
  });

  it.each<[MappingFlags, RegExp]>([
    [{ map: ['rating'] }, /--map rating is not of the form COLUMN=FIELD/],
    [{ set: ['=sms'] }, /--set =sms is not of the form FIELD=VALUE/],
    [{ value: ['csat=5'] }, /--value csat=5 is not of the form FIELD:TEXT=VALUE/],
    [{ dateOrder: 'ymd' }, /--date-order must be dmy/],
    [{ zone: 'Bangkok' }, /--zone must be the name of a time zone such as Asia\/Bangkok/],
    [{ decimal: ';' }, /--decimal must be/],
  ])('%j are refused', (flags, message) => {
    expect(() => mappingOfFlags(flags)).toThrow(message);
  });
});

describe('a saved mapping', () => {
  it('is laid under the flags', () => {
    const saved = parseMapping({
      columns: { rating: 'csat', phone: null },
      values: { csat: { Good: 4, Bad: 2 } },
      dates: { order: 'mdy' },
      site: 'north',
    });
    const flags = mappingOfFlags({ map: ['rating=nps'], value: ['csat:bad=1'], zone: 'Asia/Bangkok' });
    expect(mergeMappings(saved, flags)).toEqual({
      columns: { rating: 'nps', phone: null },
      values: { csat: { Good: '4', Bad: '2', bad: '1' } },
      dates: { order: 'mdy', zone: 'Asia/Bangkok' },
      site: 'north',
    });
  });

  it('comes back as it was saved', () => {
    const mapping = mergeMappings(
      {},
      mappingOfFlags({ map: ['a=csat', 'a=nps'], set: ['channel=sms'], dateOrder: 'dmy' }),
    );
    expect(parseMapping(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping);
  });

  it.each<[unknown, RegExp]>([
    [[], /the mapping must be an object/],
    [{ colums: {} }, /no part of the mapping called colums\. Did you mean columns\?/],
    [{ columns: { a: {} } }, /columns: a must be a text/],
    [{ dates: { order: 'ymd' } }, /dates.order must be dmy/],
    [{ dates: { format: 'x' } }, /no part of dates called format\. Allowed: order, zone/],
    [{ createDepartments: 'yes' }, /createDepartments must be true or false/],
    [{ createDepartments: ['Ward 1', ''] }, /or list the names to be set up/],
  ])('%j is refused', (json, message) => {
    expect(() => parseMapping(json)).toThrow(message);
  });
});
